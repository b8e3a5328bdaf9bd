using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Import.Csv;
using Networks.Import.Deliveries;
using Networks.Import.Refusals;

namespace Networks.Import.Groups;

/// <summary>groups.csv: what is known of each group, and how many places it has. Key: id.</summary>
public static class GroupFile
{
    private static readonly string[] Kinds =
        [.. Enum.GetValues<OfferKind>().Where(kind => !kind.IsOneToOne()).Select(Networks.Domain.Measures.Vocabulary<OfferKind>.Word)];

    /// <summary>Its columns.</summary>
    public static CsvLayout Layout { get; } = new("groups.csv", ["id", "name", "ward"],
        [
            "kind", "latitude", "longitude", "places", "open_access", "interests", "situations", "languages", "step_free", "sessions",
            "opened_on", "closed_on", "assured_on", "open_to_all", "source_id", "organisation",
            "others_attending", "access", "cost_pounds", "age_from", "age_to", "transport_seats", "description", "public_contact", "venue",
            "funded_by", "funded_until", "competences",
        ]);

    internal static DeliveredGroup? Read(CsvRow row, Register register)
    {
        var id = row.Reference<GroupId>("id") ?? default;
        var (opened, closed) = row.Span("opened_on", "closed_on", register.Today);
        var facts = new GroupFacts
        {
            Name = row.Required("name"),
            Ward = register.Ward(row, "ward"),
            Kind = Kind(row),
            Place = row.Point(),
            OpenAccess = row.YesNo("open_access") ?? false,
            Interests = register.Interests(row),
            Situations = row.OpenWords("situations", UsualWords.Situations),
            Languages = row.Languages(),
            StepFree = row.YesNo("step_free"),
            Sessions = Sessions(row),
            OpenedOn = opened,
            ClosedOn = closed,
            AssuredOn = row.Date("assured_on"),
            OpenToAll = row.YesNo("open_to_all"),
            SourceId = row.Text("source_id"),
            Organisation = register.Organisation(row),
            Access = row.OpenWords("access", UsualWords.AccessNeeds),
            CostPounds = row.Pounds("cost_pounds"),
            AgeFrom = row.Whole("age_from", 0, GroupFactsRules.AgeMax),
            AgeTo = row.Whole("age_to", 0, GroupFactsRules.AgeMax),
            TransportSeats = row.Whole("transport_seats", 0, GroupFactsRules.TransportSeatsMax),
            Description = row.Text("description"),
            PublicContact = row.Text("public_contact"),
            Venue = row.Text("venue"),
            FundedBy = row.Text("funded_by"),
            FundedUntil = row.Date("funded_until"),
            Competences = row.OpenWords("competences", UsualWords.Competences),
        };
        if (facts.AgeFrom > facts.AgeTo)
        {
            row.Refuse("age_from", RefusalCode.OutOfRange, $"age_from {facts.AgeFrom} is more than age_to {facts.AgeTo}.", "");
        }

        row.RefuseIf(row.IsRefused ? null : GroupFactsRules.Fault(facts, register.Moment));
        var places = row.Whole("places", 0, 100_000);
        var others = row.Whole("others_attending", 0, 100_000) ?? 0;
        return row.IsRefused ? null : new DeliveredGroup(id, row.Line, facts, places, others);
    }

    /// <summary>The stored facts with what the file says put over them; columns the file lacks say nothing.</summary>
    public static GroupFacts Merge(GroupFacts? stored, GroupFacts read, IReadOnlySet<string> columns)
    {
        T Of<T>(string column, T from, T old) => columns.Contains(column) ? from : old;
        return stored is null ? read : stored with
        {
            Name = read.Name,
            Ward = read.Ward,
            Kind = Of("kind", read.Kind, stored.Kind),
            Place = Of("latitude", read.Place, stored.Place),
            OpenAccess = Of("open_access", read.OpenAccess, stored.OpenAccess),
            Interests = Of("interests", read.Interests, stored.Interests),
            Situations = Of("situations", read.Situations, stored.Situations),
            Languages = Of("languages", read.Languages, stored.Languages),
            StepFree = Of("step_free", read.StepFree, stored.StepFree),
            Sessions = Of("sessions", read.Sessions, stored.Sessions),
            OpenedOn = Of("opened_on", read.OpenedOn, stored.OpenedOn),
            ClosedOn = Of("closed_on", read.ClosedOn, stored.ClosedOn),
            AssuredOn = Of("assured_on", read.AssuredOn, stored.AssuredOn),
            OpenToAll = Of("open_to_all", read.OpenToAll, stored.OpenToAll),
            SourceId = Of("source_id", read.SourceId, stored.SourceId),
            Organisation = Of("organisation", read.Organisation, stored.Organisation),
            Access = Of("access", read.Access, stored.Access),
            CostPounds = Of("cost_pounds", read.CostPounds, stored.CostPounds),
            AgeFrom = Of("age_from", read.AgeFrom, stored.AgeFrom),
            AgeTo = Of("age_to", read.AgeTo, stored.AgeTo),
            TransportSeats = Of("transport_seats", read.TransportSeats, stored.TransportSeats),
            Description = Of("description", read.Description, stored.Description),
            PublicContact = Of("public_contact", read.PublicContact, stored.PublicContact),
            Venue = Of("venue", read.Venue, stored.Venue),
            FundedBy = Of("funded_by", read.FundedBy, stored.FundedBy),
            FundedUntil = Of("funded_until", read.FundedUntil, stored.FundedUntil),
            Competences = Of("competences", read.Competences, stored.Competences),
        };
    }

    /// <summary>The row that <see cref="Layout"/> reads back.</summary>
    public static IEnumerable<string?> Write(Group group)
    {
        var f = group.Facts;
        return
        [
            group.Id.Value, f.Name, f.Ward.Value, CellText.Word<OfferKind>(f.Kind), CellText.Of(f.Place?.Latitude),
            CellText.Of(f.Place?.Longitude), CellText.Of(group.Places.Capacity), CellText.Of((bool?)f.OpenAccess),
            CellText.List(f.Interests), CellText.List(f.Situations),
            CellText.List(f.Languages), CellText.Of(f.StepFree), CellText.List(f.Sessions), CellText.Of(f.OpenedOn),
            CellText.Of(f.ClosedOn), CellText.Of(f.AssuredOn), CellText.Of(f.OpenToAll), f.SourceId, f.Organisation?.Value,
            CellText.Of(group.Places.Others == 0 ? null : (int?)group.Places.Others), CellText.List(f.Access), CellText.Of(f.CostPounds),
            CellText.Of(f.AgeFrom), CellText.Of(f.AgeTo), CellText.Of(f.TransportSeats), f.Description, f.PublicContact, f.Venue,
            f.FundedBy, CellText.Of(f.FundedUntil), CellText.List(f.Competences),
        ];
    }

    // An RRULE is full of semicolons, so a cell with one holds that rule alone.
    private static System.Collections.Immutable.ImmutableArray<string> Sessions(CsvRow row) =>
        row.Text("sessions") is { } text && text.Contains("FREQ=", StringComparison.Ordinal) ? [text] : row.Items("sessions");

    private static OfferKind Kind(CsvRow row)
    {
        if (row.Text("kind") is not { } text)
        {
            return OfferKind.Other;
        }

        if (!Kinds.Contains(text))
        {
            row.RefuseWord("kind", text, Kinds);
            return OfferKind.Other;
        }

        return row.Word<OfferKind>("kind") ?? OfferKind.Other;
    }
}
