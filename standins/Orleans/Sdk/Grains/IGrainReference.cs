namespace Orleans.Runtime;

/// <summary>What every grain reference knows of itself.</summary>
internal interface IGrainReference : IAddressable
{
    GrainId GrainId { get; }

    /// <summary>The same grain seen through another of its interfaces.</summary>
    object CastTo(Type interfaceType);
}

/// <summary>An activation that can hand out references to itself.</summary>
internal interface IReferableGrainContext
{
    object ReferenceAs(Type interfaceType);
}
