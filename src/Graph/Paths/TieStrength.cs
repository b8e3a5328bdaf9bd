using Networks.Domain.Ties;
using Networks.Graph.Wards;

namespace Networks.Graph.Paths;

/// <summary>
/// How strong the tie of two people is on a day, as far as it is recorded, and how often the second was asked to introduce somebody.
/// Points are for contact (0 to 4), circle (0 to 3) and kind (0 to 2); all rows of the two count, whoever named whom. Contact: the latest
/// dated one, or what a current row states as usual, whichever is fewer days; circle and kind: the closest of the current rows.
/// </summary>
internal readonly record struct TieStrength(int Points, int Asked, int LatestContact)
{
    /// <summary>The most points there are.</summary>
    public const int PointsMost = 9;

    /// <summary>Days, the day itself and so many before it, within which having been asked to introduce counts as a burden.</summary>
    public const int AskedDays = 365;

    private const int Week = 7;
    private const int Month = 31;
    private const int Quarter = 92;
    private const int Year = 366;

    /// <summary>The lower, the sooner this tie is walked; what is equal goes on by reference.</summary>
    public long Rank => ((long)(PointsMost - Points) << 48) | ((long)Asked << 32) | (uint)(int.MaxValue - Math.Max(LatestContact, 0));

    /// <summary>Cost: the rows of the two about each other, and those beside them of the person with fewer rows.</summary>
    public static TieStrength Between(ResidentNode from, ResidentNode to, int day)
    {
        var rows = new Rows(day);
        rows.Take(from, to.Ordinal);
        rows.Take(to, from.Ordinal);
        return new TieStrength(rows.Points, AskedOf(to, day), rows.Latest);
    }

    /// <summary>How often somebody was asked to introduce in the last year.</summary>
    public static int AskedOf(ResidentNode person, int day)
    {
        var asked = 0;
        foreach (var on in person.IntroductionsAskedOn)
        {
            asked += on <= day && on >= day - AskedDays ? 1 : 0;
        }

        return asked;
    }

    private struct Rows(int day)
    {
        private int days = int.MaxValue;
        private int circle = 4;
        private int kind;

        public int Latest { get; private set; } = ContactDays.None;

        public readonly int Points => Contact + (4 - circle) + kind;

        private readonly int Contact => (Latest == ContactDays.None ? days : Math.Min(days, day - Latest)) switch
        {
            <= Week => 4,
            <= Month => 3,
            <= Quarter => 2,
            <= Year => 1,
            _ => 0,
        };

        public void Take(ResidentNode namer, int named)
        {
            foreach (ref readonly var tie in namer.Ties)
            {
                if (tie.Other == named)
                {
                    Latest = Math.Max(Latest, namer.ContactUpTo(in tie, day));
                    if (tie.Holds(day))
                    {
                        Current(in tie);
                    }
                }
            }
        }

        private void Current(in TieRow tie)
        {
            days = Math.Min(days, tie.Frequency?.EveryDays() ?? int.MaxValue);
            circle = tie.Circle == TieRow.CircleNotSaid ? circle : Math.Min(circle, tie.Circle);
            kind = Math.Max(kind, tie.Kind switch
            {
                TieKind.Professional => 0,
                TieKind.Neighbour or TieKind.Acquaintance => 1,
                _ => 2,
            });
        }
    }
}
