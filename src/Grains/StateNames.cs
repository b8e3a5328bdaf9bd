namespace Networks.Grains;

/// <summary>
/// The names under which states are stored. The store's type column holds this name and not the grain's type: two equal names would
/// silently overwrite each other, and the payload indexes are partial by it.
/// </summary>
public static class StateNames
{
    /// <summary>The storage provider that keeps every state.</summary>
    public const string Provider = "entities";

    public const string Resident = "resident";
    public const string Volunteer = "volunteer";
    public const string Group = "group";
    public const string ContactCard = "contact-card";
    public const string Area = "area";
    public const string MatchingRound = "matching-round";

    /// <summary>A round's frozen problem, apart from its progress, which is written far more often.</summary>
    public const string RoundProblem = "round-problem";

    /// <summary>A round's plan with everything shown of it.</summary>
    public const string RoundSolution = "round-solution";

    public const string RoundRegister = "round-register";
    public const string OrganisationRegister = "organisation-register";
    public const string InterestRegister = "interest-register";
    public const string AreaRegister = "area-register";

    /// <summary>Who is on a watched list.</summary>
    public const string Watch = "watch";

    /// <summary>A run of a what-if scenario.</summary>
    public const string Simulation = "simulation";

    /// <summary>What a run that is not over begins from.</summary>
    public const string SimulationFork = "simulation-fork";

    /// <summary>What a finished run says.</summary>
    public const string SimulationReport = "simulation-report";

    public const string SimulationRegister = "simulation-register";

    /// <summary>The published figures about one area.</summary>
    public const string Indicators = "indicators";
}
