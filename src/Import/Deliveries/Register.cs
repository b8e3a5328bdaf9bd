using System.Collections.Immutable;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Import.Csv;
using Networks.Import.Groups;
using Networks.Import.Refusals;
using Networks.Import.Residents;
using Networks.Import.Volunteers;
using Networks.Import.Wards;

namespace Networks.Import.Deliveries;

/// <summary>Who and what exists, in the store or in the delivery so far: what a row may refer to.</summary>
internal sealed class Register
{
    private const int SuggestionsMax = 10_000;

    private readonly KnownArea known;
    private readonly Delivery delivery;
    private readonly Dictionary<string, WardFacts> wards;
    private readonly Dictionary<string, string> wardHints = [];
    private readonly Dictionary<(string File, string Id), int> refused = [];

    public Register(KnownArea known, Delivery delivery, DateOnly today)
    {
        (this.known, this.delivery, Today) = (known, delivery, today);
        wards = known.Wards.ToDictionary(ward => ward.Code.Value);
    }

    /// <summary>The day of import.</summary>
    public DateOnly Today { get; }

    public bool HasWards => wards.Count > 0;

    public void Add(WardFacts ward) => wards[ward.Code.Value] = ward;

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
}
