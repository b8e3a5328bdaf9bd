namespace Networks.Import.Deliveries;

/// <summary>The words that open lists usually hold. Others are kept as written; these only decide what is worth a note.</summary>
internal static class UsualWords
{
    public static IReadOnlySet<string> AccessNeeds { get; } = new HashSet<string>
        { "step-free", "hearing-loop", "large-print", "quiet-space", "accessible-toilet", "brings-carer", "transport" };

    public static IReadOnlySet<string> Situations { get; } = new HashSet<string>
    {
        "carer", "bereaved", "new-parent", "lone-parent", "separated", "dementia", "mental-health", "learning-disability",
        "long-term-condition", "sight-loss", "hearing-loss", "new-to-area", "refugee", "veteran", "lgbtq", "care-leaver", "retired",
        "unemployed",
    };

    public static IReadOnlySet<string> Competences { get; } = new HashSet<string>
        { "dementia", "mental-health", "learning-disability", "sight-loss", "hearing-loss", "bsl" };

    public static IReadOnlySet<string> Consents { get; } = new HashSet<string>
        { "matching", "data-sharing", "introductions", "special-category", "pooled-rounds" };

    public static IReadOnlySet<string> Checks { get; } = new HashSet<string>
    {
        "references", "interview", "induction", "dbs-basic", "dbs-standard", "dbs-enhanced", "mecc", "mhfa", "learning-disability",
        "food-hygiene", "driving",
    };

    public static IReadOnlySet<string> LifeEvents { get; } = new HashSet<string>
    {
        "bereaved", "new-parent", "separated", "retired", "hospital-discharge", "moved-home", "school-change", "permanent-exclusion",
        "left-care", "transition-send", "new-to-area", "became-carer", "lost-licence", "diagnosis", "other",
    };
}
