using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Networks.Domain.Groups;
using Networks.Domain.Interests;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Organisations;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Import.Csv;
using Networks.Import.Groups;
using Networks.Import.Organisations;
using Networks.Import.Refusals;
using Networks.Import.Residents;
using Networks.Import.Ties;
using Networks.Import.Volunteers;
using Networks.Import.Wards;

namespace Networks.Import.Deliveries;

/// <summary>Who and what exists, in the store or in the delivery so far: what a row may refer to.</summary>
internal sealed partial class Register
{
    private const int SuggestionsMax = 10_000;

    private readonly KnownArea known;
    private readonly Delivery delivery;
    private readonly Dictionary<string, WardFacts> wards;
    private readonly Dictionary<string, string> wardHints = [];
    private readonly Dictionary<(string File, string Id), int> refused = [];
    private readonly HashSet<OrganisationId> organisations;
    private readonly HashSet<string> interests;
    private readonly HashSet<string> areas;

    public Register(KnownArea known, Delivery delivery, DateOnly today)
    {
        (this.known, this.delivery, Today) = (known, delivery, today);
        wards = known.Wards.ToDictionary(ward => ward.Code.Value);
        organisations = [.. known.Organisations.Select(organisation => organisation.Id)];
        interests = [.. known.Interests.Select(interest => interest.Word)];
        areas = [.. known.Areas.Select(area => area.Code.Value)];
    }

    /// <summary>The day of import.</summary>
    public DateOnly Today { get; }

    /// <summary>The day of import as rules ask for it; none of them asks for the hour when it judges facts.</summary>
    public Moment Moment => new(new DateTimeOffset(Today.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), Today);

    public void Add(WardFacts ward) => wards[ward.Code.Value] = ward;

    public void Add(Organisation organisation) => organisations.Add(organisation.Id);

    public void Add(Interest interest) => interests.Add(interest.Word);

    public void Add(PublishedArea area) => areas.Add(area.Code.Value);

    /// <summary>Remembers that a row with this id was refused, so that rows which refer to it can say where.</summary>
    public void AddRefused(string file, string? id, int line) => refused.TryAdd((file, id ?? ""), line);

    public WardCode Ward(CsvRow row, string column)
    {
        var code = row.Required(column);
        if (code.Length > 0 && wards.TryGetValue(code, out var ward))
        {
            return ward.Code;
        }

        if (code.Length > 0)
        {
            row.Refuse(column, RefusalCode.UnknownWard, $"No ward {CsvRow.Short(code)} in {WardFile.Layout.File}.", WardHint(code));
        }

        return default;
    }

    /// <summary>A ward, an area of areas.csv or an LSOA, which no file lists and whose code therefore need only look like one.</summary>
    public AreaCode Area(CsvRow row, string column)
    {
        var code = row.Required(column);
        if (code.Length > 0 && !wards.ContainsKey(code) && !areas.Contains(code) && !LsoaCode().IsMatch(code))
        {
            row.Refuse(column, RefusalCode.UnknownArea, $"{CsvRow.Short(code)} is neither a known ward nor the code of an LSOA.",
                WardHint(code));
        }

        return AreaCode.Of(code);
    }

    public ResidentId Resident(CsvRow row, string column, string hint = "Add a row to residents.csv, or correct the id.")
    {
        var text = row.Required(column);
        if (text.Length == 0)
        {
            return default;
        }

        var id = ResidentId.Of(text);
        if (delivery.Residents.TryGetValue(id, out var resident))
        {
            return resident.Id;
        }

        if (!known.HasResident(id))
        {
            Unknown(row, column, text, RefusalCode.UnknownResident, "resident", ResidentFile.Layout.File, hint);
        }

        return id;
    }

    public VolunteerId Volunteer(CsvRow row, string column, string? given = null)
    {
        var text = given ?? row.Required(column);
        var id = VolunteerId.Of(text);
        if (text.Length == 0 || delivery.Volunteers.ContainsKey(id) || known.Volunteers.ContainsKey(id))
        {
            return id;
        }

        Unknown(row, column, text, RefusalCode.UnknownVolunteer, "volunteer", VolunteerFile.Layout.File,
            "Add a row to volunteers.csv, or correct the id.");
        return id;
    }

    public GroupId Group(CsvRow row, string column)
    {
        var text = row.Required(column);
        var id = GroupId.Of(text);
        if (text.Length > 0 && !delivery.Groups.ContainsKey(id) && !known.Groups.ContainsKey(id))
        {
            Unknown(row, column, text, RefusalCode.UnknownGroup, "group", GroupFile.Layout.File,
                "Add a row to groups.csv, or correct the id.");
        }

        return id;
    }

    /// <summary>Volunteers she must never meet. A mistyped one would let exactly that happen, so it refuses the row.</summary>
    public ImmutableArray<VolunteerId> Exclusions(CsvRow row)
    {
        var volunteers = row.ReferenceList<VolunteerId>("exclusions");
        foreach (var volunteer in volunteers)
        {
            Volunteer(row, "exclusions", volunteer.Value);
        }

        return volunteers;
    }

    /// <summary>Who else a volunteer's row names: the same person on the register, and residents they must never be matched
    /// with.</summary>
    public (string Column, ResidentId Resident)? UnknownIn(VolunteerFacts facts)
    {
        bool IsKnown(ResidentId id) => delivery.Residents.ContainsKey(id) || known.HasResident(id);
        return facts.Resident is { } self && !IsKnown(self) ? ("resident", self)
            : facts.Exclusions.Where(id => !IsKnown(id)).Select(id => ((string, ResidentId)?)("exclusions", id)).FirstOrDefault();
    }

    /// <summary>
    /// The organisation that keeps the row. An area that lists none yet may name them all the same; once there is a list, a word outside it
    /// is kept and told of.
    /// </summary>
    public OrganisationId? Organisation(CsvRow row)
    {
        var id = row.Reference<OrganisationId>("organisation", required: false);
        if (id is { } named && organisations.Count > 0 && !organisations.Contains(named))
        {
            row.Findings.Tally(row.Table.Layout.File, "organisation",
                $"{CsvRow.Short(named.Value)} is not in organisations.csv; kept as written (rows: {{n}}).");
        }

        return id;
    }

    /// <summary>Who referred her: a word of the list, or a known organisation.</summary>
    public string? ReferralSource(CsvRow row)
    {
        const string Prefix = "org:";
        if (row.Text("referral_source") is not { } text)
        {
            return null;
        }

        if (text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            var id = OrganisationId.Of(text[Prefix.Length..].Trim());
            if (!organisations.Contains(id))
            {
                Unknown(row, "referral_source", id.Value, RefusalCode.UnknownOrganisation, "organisation",
                    OrganisationFile.Layout.File, "Add a row to organisations.csv, or correct the id.");
            }

            return Prefix + id.Value;
        }

        if (!ReferralSources.Words.Contains(text))
        {
            row.RefuseWord("referral_source", text, ReferralSources.Words,
                string.Join(", ", ReferralSources.Words) + ", or org: and an id");
        }

        return text;
    }

    /// <summary>Interests; words outside the area's own list, if it has one, are kept and told of.</summary>
    public ImmutableArray<string> Interests(CsvRow row)
    {
        var words = row.Items("interests");
        foreach (var word in words.Where(word => interests.Count > 0 && !interests.Contains(word)))
        {
            row.Findings.Tally(row.Table.Layout.File, "interests",
                $"{CsvRow.Short(word)} is not on the area's own list; kept as written and matched literally (rows: {{n}}).");
        }

        return words;
    }

    /// <summary>Who came along: <c>volunteer:ID</c> or a resident.</summary>
    public string? Companion(CsvRow row, string column)
    {
        if (row.Text(column) is not { } text)
        {
            return null;
        }

        if (text.StartsWith(ContactFile.VolunteerPrefix, StringComparison.Ordinal))
        {
            return ContactFile.VolunteerPrefix + Volunteer(row, column, text[ContactFile.VolunteerPrefix.Length..].Trim()).Value;
        }

        return Resident(row, column, "A volunteer is written volunteer:ID.").Value;
    }

    /// <summary>What a match with the volunteer is: the first kind any of their roles gives, befriending before all.</summary>
    public OfferKind KindOf(VolunteerId volunteer)
    {
        var roles = delivery.Volunteers.TryGetValue(volunteer, out var delivered) ? delivered.Facts.Roles
            : known.Volunteers.TryGetValue(volunteer, out var stored) ? stored.Facts.Roles : [];
        return roles.Select(role => role.Offers()).OfType<OfferKind>().DefaultIfEmpty(OfferKind.Befriending).Min();
    }

    private void Unknown(CsvRow row, string column, string id, string code, string noun, string file, string hint)
    {
        if (row.Table.Layout.IsSecret)
        {
            row.Refuse(column, code, $"No such {noun}.", hint);
        }
        else if (refused.TryGetValue((file, id), out var line))
        {
            row.Refuse(column, code, $"The row of {noun} {CsvRow.Short(id)} was refused.", $"See {file}, line {line}.");
        }
        else
        {
            row.Refuse(column, code, $"No {noun} {CsvRow.Short(id)}.", hint);
        }
    }

    private string WardHint(string code)
    {
        if (wardHints.TryGetValue(code, out var hint))
        {
            return hint;
        }

        var named = wards.Values.FirstOrDefault(ward => string.Equals(ward.Name, code, StringComparison.OrdinalIgnoreCase));
        var nearest = named ?? wards.Values.Where(ward => EditDistance.Between(CsvRow.Short(code), ward.Code.Value) <= 2)
            .OrderBy(ward => EditDistance.Between(code, ward.Code.Value)).ThenBy(ward => ward.Code).FirstOrDefault();
        hint = named is not null ? $"Write its code, {named.Code}." : nearest is null ? "Add it to wards.csv, or correct the code."
            : $"Did you mean {nearest.Code} ({nearest.Name})?";
        if (wardHints.Count < SuggestionsMax)
        {
            wardHints.Add(code, hint);
        }

        return hint;
    }

    // England and Wales (E01, W01), data zones of Scotland (S01) and Northern Ireland (N20).
    [GeneratedRegex("^([EWS]01|N20)[0-9]{6}$")]
    private static partial Regex LsoaCode();
}
