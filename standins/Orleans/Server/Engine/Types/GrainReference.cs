using System.Reflection;

namespace Orleans.Runtime;

/// <summary>
/// What a caller holds in place of a grain. The platform's DispatchProxy makes one class for each interface;
/// further references of that class are copies of the first, which is quicker than making them through reflection.
/// </summary>
internal class GrainReference : DispatchProxy, IGrainReference, IEquatable<GrainReference>
{
    private GrainInterface _interface = null!;
    private GrainCaller _caller = null!;

    public GrainId GrainId { get; private set; }

    public GrainInterface Interface => _interface;

    public GrainReference For(GrainId id, GrainInterface grainInterface, GrainCaller caller)
    {
        var copy = (GrainReference)MemberwiseClone();
        copy.GrainId = id;
        copy._interface = grainInterface;
        copy._caller = caller;
        return copy;
    }

    public object CastTo(Type interfaceType) => interfaceType.IsInstanceOfType(this)
        ? this
        : GrainInterface.Of(interfaceType).Reference(GrainId, _caller);

    public bool Equals(GrainReference? other) => other is not null && GrainId == other.GrainId;

    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    public override int GetHashCode() => GrainId.GetHashCode();

    public override string ToString() => $"GrainReference:{GrainId}:{_interface?.InterfaceType}";

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        _interface.MethodFor(targetMethod!).Call(_caller, this, args ?? []);
}
