namespace Networks.Domain.Measures;

/// <summary>
/// The imported identity of one thing, kept exactly as its owner wrote it: "42", "042" and "0042" are three residents.
/// </summary>
/// <typeparam name="TSelf">The identity type itself, so that generic code never mixes two kinds.</typeparam>
public interface IReference<TSelf> : IEquatable<TSelf>, IComparable<TSelf>
    where TSelf : struct, IReference<TSelf>
{
    /// <summary>The reference as written.</summary>
    string Value { get; }

    /// <summary>Wraps a reference that is already known to be well formed.</summary>
    static abstract TSelf Of(string value);
}
