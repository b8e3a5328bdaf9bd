namespace Networks.GraphQLApi.Areas;

/// <summary>A number that says itself when it is withheld.</summary>
public sealed record Count
{
    /// <summary>The number; null exactly when it is withheld.</summary>
    public required int? Value { get; init; }

    /// <summary>Why the number is withheld; null when it is not.</summary>
    public SuppressionReason? Suppressed { get; init; }

    internal static Count Of(int value) => new() { Value = value };
}

/// <summary>Why a number is withheld.</summary>
public enum SuppressionReason
{
    /// <summary>So few people that it might tell who they are.</summary>
    SmallNumber,

    /// <summary>Another number together with this one might tell who somebody is.</summary>
    Secondary,

    /// <summary>Not for the role of the caller.</summary>
    NotYourRole
}
