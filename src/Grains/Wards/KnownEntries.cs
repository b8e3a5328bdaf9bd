using System.Text;
using System.Text.Json;
using Networks.Domain.Groups;
using Networks.Domain.Residents;
using Networks.Grains.Groups;
using Networks.Grains.Residents;
using Networks.Grains.Volunteers;
using Networks.Graph.Areas;
using Networks.Graph.Wards;
using static System.FormattableString;

namespace Networks.Grains.Wards;

/// <summary>
/// The entries of stored rows as they were known in the evening of a day. A row in which no date lies after that day says the same as
/// then, so if the live picture was made from that very row, it is not read at all; only the others are read whole and put back.
/// </summary>
internal sealed class KnownEntries(DateOnly knownAt, AreaGraph live)
{
    private readonly byte[] _day = Encoding.ASCII.GetBytes(Invariant($"{knownAt:yyyy-MM-dd}"));
    private readonly List<ResidentId> _asLive = [];
    private readonly List<ResidentEntry> _residents = [];
    private readonly List<VolunteerEntry> _volunteers = [];
    private readonly List<GroupEntry> _groups = [];

    /// <summary>The first day on which somebody's record was made; null if there is nobody, or of somebody it is not known.</summary>
    public DateOnly? FirstRecordedOn { get; private set; }

    /// <summary>True if of somebody's record the day is not known: it counts as known always.</summary>
    public bool HasUndated { get; private set; }

    /// <summary>False while somebody erased may still be named in others' rows.</summary>
    public bool IsSettled { get; private set; } = true;

    /// <summary>Residents of whom the live picture says what was known that day.</summary>
    public IReadOnlyList<ResidentId> AsLive => _asLive;

    /// <summary>Rows of residents taken that say something else, or of which the live picture does not know.</summary>
    public int OtherRows { get; private set; }

    /// <summary>What else has been taken, whatever ward it was in that day.</summary>
    public WardEntries Entries => new([.. _residents], [.. _volunteers], [.. _groups]);

    /// <summary>Takes one row.</summary>
    public void Take(EntityRow row)
    {
        switch (row.Kind)
        {
            case EntityKind.Resident:
                TakeResident(row);
                break;
            case EntityKind.Volunteer:
                var volunteer = Read<VolunteerState>(row).Volunteer;
                if (volunteer is not null && !(volunteer.RecordedOn > knownAt))
                {
                    _volunteers.Add(VolunteerEntry.Of(volunteer, row.Version));
                }

                break;
            default:
                if (Read<GroupState>(row).Group is { } group && GroupHistory.On(group, knownAt) is { } known)
                {
                    _groups.Add(GroupEntry.Of(known, row.Version));
                }

                break;
        }
    }

    private void TakeResident(EntityRow row)
    {
        var isAsThen = !NamesLaterDay(row.Json.Span);
        if (isAsThen && live.Holds(ResidentId.Of(row.Id), row.Version, out var recordedOn))
        {
            Note(recordedOn);
            _asLive.Add(ResidentId.Of(row.Id));
            return;
        }

        OtherRows++;
        if (isAsThen)
        {
            if (EntryReader.Resident(row) is { } entry)
            {
                Note(entry.RecordedOn);
                _residents.Add(entry);
            }
            else
            {
                IsSettled &= row.Json.Span.IndexOf("\"forgetting\":"u8) < 0;
            }

            return;
        }

        var state = Read<ResidentState>(row);
        IsSettled &= state.Forgetting != true;
        if (state.Resident is not { } resident)
        {
            return;
        }

        Note(resident.RecordedOn);
        if (ResidentAsKnown.On(resident, knownAt) is { } known)
        {
            _residents.Add(ResidentEntry.Of(known, row.Version));
        }
    }

    private void Note(DateOnly? recordedOn)
    {
        HasUndated |= recordedOn is null;
        FirstRecordedOn = FirstRecordedOn < recordedOn ? FirstRecordedOn : recordedOn ?? FirstRecordedOn;
    }

    // Dates are stored as 2026-03-31 and nothing else looks like one, so that comparing bytes compares days.
    private bool NamesLaterDay(ReadOnlySpan<byte> json)
    {
        for (int at; (at = json.IndexOf((byte)'-')) >= 0; json = json[(at + 1)..])
        {
            if (at >= 4 && json.Length >= at + 6 && json[at + 3] == (byte)'-'
                && json.Slice(at - 4, _day.Length).SequenceCompareTo(_day) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static TState Read<TState>(EntityRow row) => JsonSerializer.Deserialize<TState>(row.Json.Span, StateJson.Options)
        ?? throw new JsonException($"The stored row of {row.Kind} {row.Id} holds no {row.Kind}.");
}
