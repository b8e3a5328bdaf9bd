using System.Globalization;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Grains;
using Networks.GraphQLApi.Stores;
using Networks.Import.Csv;

namespace Networks.GraphQLApi.Residents;

/// <summary>Shows one resident's record with every connection, for the coordinator who is about to ring. Never the contact card.</summary>
/// <param name="Reference">Her imported id.</param>
internal sealed record ResidentWork(string Reference) : StoreWork
{
    public override async Task<int> Run(StoreContext store, IWorkOutput output, CancellationToken cancellationToken)
    {
        if (References.Fault(Reference) is { } fault)
        {
            throw new BadInputException(fault);
        }

        var id = ResidentId.Of(Reference);
        var reading = await store.Grains.Resident(id).Read(cancellationToken)
            ?? throw new BadInputException($"There is no resident '{Reference}'.");
        var wards = await store.Grains.WardRegister().Find([reading.Resident.Facts.Ward.Value]);
        var answer = await store.Grains.Area().Connections([id], null);
        foreach (var line in Facts(reading.Resident, wards.Found.FirstOrDefault()?.Name ?? "ward unknown", store.Today))
        {
            output.Line(line);
        }

        if (answer.Residents.TryGetValue(id, out var known))
        {
            var connections = known.Connections;
            output.Line(string.Create(CultureInfo.InvariantCulture,
                $"Connections: {connections.Residents} residents, {connections.Alters} outside the register, {connections.Groups} "
                    + $"groups, {connections.Befriending} volunteers; ELSA index {known.Isolation.Score} of 5; connected with "
                    + $"{connections.ComponentSize - 1} other residents in all."));
        }

        foreach (var line in Edges(reading.Resident))
        {
            output.Line(line);
        }

        return ExitCode.Done;
    }

    private static IEnumerable<string> Facts(Resident resident, string ward, DateOnly today)
    {
        var f = resident.Facts;
        yield return $"{resident.Id}, {ward} ({f.Ward}){(f.LeftOn is { } left ? $", left the register {Day(left)}" : "")}";
        yield return $"Born: {f.BirthYear?.ToString(CultureInfo.InvariantCulture) ?? "not known"}. Lives alone: "
            + $"{f.LivesAlone switch { true => "yes", false => "no", null => "not known" }}. "
            + $"Asked about connections: {(f.ConnectionsAskedOn is { } asked ? Day(asked) : "never")}.";
        if (!f.Seeking.IsEmpty)
        {
            var waiting = (f.WaitingSince ?? f.ReferredOn) is { } since
                ? string.Create(CultureInfo.InvariantCulture, $", waiting {today.DayNumber - since.DayNumber} days")
                : "";
            yield return $"Seeks: {CellText.Words(f.Seeking)}{waiting}, band {CellText.Of(f.PriorityBand) ?? "not recorded"}.";
        }

        (string Name, string Value)[] lists =
        [
            ("Languages", CellText.List(f.Languages)), ("Interests", CellText.List(f.Interests)), ("Available", f.Available.ToString()),
            ("Access needs", CellText.List(f.AccessNeeds)), ("Will meet", CellText.Words(f.PrefersGender)),
            ("Consents", CellText.List(f.Consents.Select(consent => CellText.Dated(consent.Kind, consent.From, consent.Until)))),
            ("Never with", CellText.List(f.Exclusions)),
        ];
        foreach (var (name, value) in lists.Where(list => list.Value.Length > 0))
        {
            yield return $"{name}: {value}";
        }
    }

    private static IEnumerable<string> Edges(Resident resident)
    {
        foreach (var tie in resident.Ties)
        {
            var last = tie.LastContact is { } on ? $", last contact {Day(on)}" : "";
            var often = tie.Frequency is { } frequency ? $", {Vocabulary<ContactFrequency>.Word(frequency)}" : "";
            yield return $"  {Vocabulary<TieKind>.Word(tie.Kind)} "
                + $"{tie.Resident?.Value ?? $"alter:{tie.Alter}"}{often}{last}{Ended(tie.EndedOn)}";
        }

        foreach (var membership in resident.Memberships)
        {
            yield return $"  member of {membership.Group}{Ended(membership.EndedOn)}";
        }

        foreach (var match in resident.Matches)
        {
            yield return $"  matched with {match.Volunteer} since {Day(match.Since)}{Ended(match.EndedOn)}";
        }
    }

    private static string Ended(DateOnly? ended) => ended is { } day ? $", ended {Day(day)}" : "";

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
