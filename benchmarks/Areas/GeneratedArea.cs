namespace Networks.Benchmarks.Areas;

/// <summary>
/// An area of any size that peers and we measure on: drawn from a seed, the same on every machine. All numbers count from 0, and the
/// residents of a ward stand together. One resident in ten has no tie, one in twenty stands in a circle of two to five, all others are
/// one large component; a tie has two ends and no direction (<see cref="TieA"/> is the lower number).
/// </summary>
internal sealed record GeneratedArea
{
    /// <summary>The day all contact days are counted back from.</summary>
    public static readonly DateOnly Reference = new(2026, 11, 1);

    public required int Residents { get; init; }

    /// <summary>Where the residents of each ward begin; one more at the end.</summary>
    public required int[] WardStart { get; init; }

    public required int[] HouseholdWard { get; init; }

    /// <summary>Metres east of the area's corner.</summary>
    public required int[] HouseholdX { get; init; }

    /// <summary>Metres north of the area's corner.</summary>
    public required int[] HouseholdY { get; init; }

    public required int[] Ward { get; init; }

    public required int[] Household { get; init; }

    public required int[] BirthYear { get; init; }

    /// <summary>1 to 24, rising, one to three a resident.</summary>
    public required int[][] Interests { get; init; }

    /// <summary>Days since the newest contact; null = never any.</summary>
    public required int?[] LastContactAge { get; init; }

    public required int[] TieA { get; init; }

    public required int[] TieB { get; init; }

    /// <summary>Days since the ends of a tie last had contact.</summary>
    public required int[] TieAge { get; init; }

    public required GeneratedGroup[] Groups { get; init; }

    /// <summary>Ordered by resident; at most one each.</summary>
    public required (int Resident, int Group, int Age)[] Memberships { get; init; }

    public required GeneratedVolunteer[] Volunteers { get; init; }

    /// <summary>At most one a resident.</summary>
    public required (int Resident, int Volunteer, int StartedAge, int VisitAge)[] Befriending { get; init; }

    public int Wards => WardStart.Length - 1;

    /// <summary>The day that lies <paramref name="age"/> days before <see cref="Reference"/>.</summary>
    public static DateOnly Day(int age) => Reference.AddDays(-age);

    /// <summary>Draws the area; the same arguments give the same area everywhere.</summary>
    /// <param name="residents">How many live in it.</param>
    /// <param name="wards">Null = one for 4,000 residents.</param>
    /// <param name="seed">Any number; figures in the documents are of 42.</param>
    public static GeneratedArea Of(int residents, int? wards = null, ulong seed = 42) =>
        new AreaDrawing(residents, wards ?? Math.Max(1, residents / 4_000), seed).Draw();
}

/// <summary>A group that meets at a point.</summary>
internal sealed record GeneratedGroup(int Ward, int Interest, int Capacity, int Members, int X, int Y);

/// <summary>A volunteer who befriends.</summary>
internal sealed record GeneratedVolunteer(int Ward, int Capacity, int Matched, int X, int Y);
