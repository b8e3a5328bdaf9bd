using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Import.Csv;
using Networks.Import.Deliveries;
using Networks.Import.Refusals;

namespace Networks.Import.Ties;

/// <summary>ties.csv: whom each resident names. Key: from, to, kind, since.</summary>
public static class TieFile
{
    /// <summary>What stands before the label of someone outside the register.</summary>
    public const string AlterPrefix = "alter:";

    /// <summary>Digits from which on a label is taken for a telephone number.</summary>
    private const int LabelDigitsMax = 6;

    /// <summary>Its columns.</summary>
    public static CsvLayout Layout { get; } = new("ties.csv", ["from", "to", "kind"],
        ["circle", "contact_frequency", "last_contact", "since", "ended_on", "support", "recorded_on"]);

    internal static (ResidentId From, Tie Tie)? Read(CsvRow row, Register register)
    {
        var from = register.Resident(row, "from");
        var (to, alter) = OtherEnd(row, register, "to");
        var (since, ended) = row.Span("since", "ended_on", register.Today);
        if (row.Text("kind") is null)
        {
            row.Required("kind");
        }

        var tie = new Tie
        {
            Number = 0,
            Resident = to,
            Alter = alter,
            Kind = row.Word<TieKind>("kind") ?? default,
            Circle = row.Whole("circle", 1, 3),
            Frequency = row.Word<ContactFrequency>("contact_frequency"),
            LastContact = row.Date("last_contact"),
            Since = since,
            EndedOn = ended,
            Support = row.Words<SupportKind>("support"),
            RecordedOn = row.NearDate("recorded_on", register.Today),
        };
        if (to is { } self && self == from && !row.IsRefused)
        {
            row.Refuse("to", RefusalCode.TieToSelf, "from and to are the same resident.", "");
        }

        return row.IsRefused ? null : (from, tie);
    }

    /// <summary>True if both rows speak of the same tie.</summary>
    public static bool SameKey(Tie left, Tie right) =>
        left.Resident == right.Resident && left.Alter == right.Alter && left.Kind == right.Kind && left.Since == right.Since;

    /// <summary>The stored tie with what the file says put over it.</summary>
    public static Tie Merge(Tie stored, Tie read, IReadOnlySet<string> columns) => stored with
    {
        Circle = columns.Contains("circle") ? read.Circle : stored.Circle,
        Frequency = columns.Contains("contact_frequency") ? read.Frequency : stored.Frequency,
        LastContact = columns.Contains("last_contact") ? read.LastContact : stored.LastContact,
        EndedOn = columns.Contains("ended_on") ? read.EndedOn : stored.EndedOn,
        Support = columns.Contains("support") ? read.Support : stored.Support,
        
        // The store notes the day by itself; an empty cell does not take it away.
        RecordedOn = read.RecordedOn ?? stored.RecordedOn,
    };

    /// <summary>The row that <see cref="Layout"/> reads back.</summary>
    public static IEnumerable<string?> Write(ResidentId from, Tie tie) =>
    [
        from.Value, OtherEnd(tie), CellText.Word<TieKind>(tie.Kind), CellText.Of(tie.Circle), CellText.Word(tie.Frequency),
        CellText.Of(tie.LastContact), CellText.Of(tie.Since), CellText.Of(tie.EndedOn), CellText.Words(tie.Support),
        CellText.Of(tie.RecordedOn),
    ];

    internal static string OtherEnd(Tie tie) => tie.Resident is { } resident ? resident.Value : AlterPrefix + tie.Alter;

    internal static (ResidentId? Resident, string? Alter) OtherEnd(CsvRow row, Register register, string column)
    {
        var text = row.Text(column);
        if (text is null || !text.StartsWith(AlterPrefix, StringComparison.Ordinal))
        {
            return (register.Resident(row, column, "Someone outside the register is written alter:1"), null);
        }

        var label = text[AlterPrefix.Length..].Trim();
        if (label.Length == 0)
        {
            row.Refuse(column, RefusalCode.EmptyCell, "alter: needs a label after it.", "Number the people she names: alter:1, alter:2.");
        }
        else if (label.Contains('@') || label.Count(char.IsDigit) > LabelDigitsMax)
        {
            row.Refuse(column, RefusalCode.LabelIdentifies, "A label may hold no e-mail address and no telephone number.",
                "Number the people she names: alter:1, alter:2.");
        }

        return (null, label);
    }
}
