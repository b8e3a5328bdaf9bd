using Networks.Domain.Organisations;

namespace Networks.Import.SyntheticAreas;

/// <summary>The words from which invented people and groups are made, with how often each comes up.</summary>
internal static class InventedWords
{
    public static readonly string[] FirstNames =
    [
        "Ada", "Aisha", "Alan", "Amir", "Anna", "Ben", "Carol", "Chloe", "Dawn", "Dev", "Ella", "Farah", "Fred", "George", "Gita", "Hana",
        "Harry", "Ian", "Isla", "Jack", "Jean", "Joan", "Kate", "Ken", "Leah", "Liam", "Lily", "Mary", "Maya", "Nia", "Noah", "Olga",
            "Omar",
        "Pam", "Paul", "Priya", "Raj", "Rita", "Rosa", "Ruth", "Sam", "Sara", "Sean", "Sue", "Tariq", "Tom", "Una", "Val", "Yusuf", "Zoe",
    ];

    public static readonly string[] LastNames =
    [
        "Ahmed", "Ali", "Allen", "Bailey", "Baker", "Bell", "Bennett", "Brown", "Carter", "Clark", "Cook", "Cooper", "Cox", "Davies",
            "Evans",
        "Green", "Hall", "Harris", "Hill", "Hughes", "Hussain", "Jackson", "Jones", "Kaur", "Kelly", "Khan", "King", "Lee", "Lewis",
            "Marsh",
        "Miller", "Moore", "Nowak", "Patel", "Price", "Reid", "Roberts", "Shah", "Singh", "Smith", "Taylor", "Turner", "Walker", "Ward",
            "Wood",
    ];

    public static readonly (string Item, int Weight)[] FirstLanguages =
        [("en", 880), ("ur", 35), ("pa", 15), ("pl", 25), ("sk", 15), ("ro", 12), ("ar", 10), ("bfi", 8)];

    public static readonly string[] Interests =
    [
        "gardening", "cards", "knitting", "walking", "football", "music", "cooking", "reading", "bingo", "history", "crafts", "films",
        "dancing", "fishing", "quizzes", "pets", "singing", "swimming",
    ];

    public static readonly (string Item, int Weight)[] Situations =
    [
        ("retired", 30), ("bereaved", 25), ("carer", 20), ("long-term-condition", 25), ("sight-loss", 6), ("hearing-loss", 10),
            ("dementia", 8),
        ("mental-health", 15), ("new-to-area", 8), ("lone-parent", 5), ("unemployed", 8),
    ];

    public static readonly (string Item, int Weight)[] LifeEvents =
    [
        ("bereaved", 30), ("hospital-discharge", 20), ("retired", 15), ("moved-home", 10), ("became-carer", 10), ("lost-licence", 5),
        ("diagnosis", 10),
    ];

    public static readonly Organisation[] Organisations =
    [
        new() { Id = OrganisationId.Of("O1"), Name = "Invented Befrienders", Kind = OrganisationKind.Vcfse },
        new() { Id = OrganisationId.Of("O2"), Name = "Invented Community Trust", Kind = OrganisationKind.Vcfse },
        new() { Id = OrganisationId.Of("O3"), Name = "Invented Homes", Kind = OrganisationKind.Housing },
        new() { Id = OrganisationId.Of("O4"), Name = "Invented Primary Care Network", Kind = OrganisationKind.Nhs },
    ];

    public static readonly (string Item, int Weight)[] ReferralSources =
        [("self", 25), ("family", 20), ("gp", 20), ("link-worker", 20), ("social-care", 10), ("hospital", 5), ("housing", 5),
            ("vcfse", 10)];

    public static readonly string[] SessionTimes = ["10:00-12:00", "13:30-15:30", "14:00-16:00", "18:00-20:00"];

    public static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat"];
}
