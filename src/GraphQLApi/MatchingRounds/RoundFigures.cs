using System.Globalization;
using HotChocolate;
using Networks.Grains.MatchingRounds;
using Networks.Matching.Plans;

namespace Networks.GraphQLApi.MatchingRounds;

/// <summary>How far a solve has come.</summary>
[GraphQLName("RoundProgress")]
public sealed class RoundProgressType
{
    private readonly RoundProgress _progress;

    internal RoundProgressType(RoundProgress progress) => _progress = progress;

    /// <summary>What is being done; empty when nothing is.</summary>
    public string Stage => _progress.Stage;

    /// <summary>Steps done.</summary>
    public int Done => _progress.Done;

    /// <summary>Steps in all.</summary>
    public int Total => _progress.Total;
}

/// <summary>What a plan reaches. A person who seeks both one to one and a group counts as two wishes.</summary>
[GraphQLName("Objective")]
public sealed class ObjectiveType
{
    private readonly Objective _objective;

    internal ObjectiveType(Objective objective) => _objective = objective;

    /// <summary>Wishes in the round.</summary>
    public int Waiting => _objective.Waiting;

    /// <summary>Wishes helped.</summary>
    public int Matched => _objective.Matched;

    /// <summary>Of them in bands 1 to 4.</summary>
    public IReadOnlyList<int> MatchedByBand => _objective.MatchedByBand;

    /// <summary>How well the plan fits, summed over its pairs.</summary>
    public int Fit => checked((int)_objective.Fit);

    /// <summary>Free places in all; offers without a limit left out.</summary>
    public int Places => _objective.Places;

    /// <summary>Of them still free.</summary>
    public int PlacesUnused => _objective.PlacesUnused;
}

/// <summary>The proof that a plan is the best there is, checked by code that shares nothing with the solver.</summary>
[GraphQLName("Certificate")]
public sealed class CertificateType
{
    private readonly CertificateReading _certificate;

    internal CertificateType(CertificateReading certificate) => _certificate = certificate;

    /// <summary>SHA-256 of the whole proof.</summary>
    public string Digest => _certificate.Digest;

    /// <summary>The fit that the plan reaches.</summary>
    public string Primal => Text(_certificate.Primal);

    /// <summary>The fit that no plan can exceed.</summary>
    public string Dual => Text(_certificate.Dual);

    /// <summary>What lies between the two; 0 proves the plan optimal.</summary>
    public string Gap => Text(_certificate.Dual - _certificate.Primal);

    /// <summary>Whether the proof was checked and holds.</summary>
    public bool Verified => _certificate.Verified;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
