using System.Text.Json;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Grains;
using Networks.Grains.Areas;
using Networks.Grains.Groups;
using Networks.Grains.Indicators;
using Networks.Grains.Residents;
using Networks.Grains.RoundRegisters;
using Networks.Grains.Volunteers;
using Networks.Grains.Wards;
using Networks.Silo.Storage;

namespace Networks.GraphQLApi.Checks;

/// <summary>
/// Looks through every stored state, all of one instant, for what no single row can know of itself: rows that cannot be read or stand under
/// another's key, people and groups that are named but not there, cards of nobody, and whoever still names an erased person.
/// </summary>
internal sealed class StoredFacts
{
    private readonly List<CheckDifference> _faults = [];
    private readonly HashSet<ResidentId> _residents = [];
    private readonly HashSet<ResidentId> _erased = [];
    private readonly HashSet<ResidentId> _beingForgotten = [];
    private readonly HashSet<GroupId> _groups = [];
    private readonly HashSet<RoundName> _rounds = [];
    private readonly HashSet<RoundName> _listedRounds = [];
    private readonly List<ResidentId> _cards = [];
    private readonly List<(string Row, ResidentId Named, string How)> _people = [];
    private readonly List<(string Row, GroupId Named, string How)> _meetings = [];

    /// <summary>Takes one state.</summary>
    public void Take(StoredState state)
    {
        if (state.Json is not { } json)
        {
            return;
        }

        var reference = EntityKeys.Reference(state.Key);
        if (StoredStates.Fault(state.Name, json) is { } fault)
        {
            _faults.Add(new CheckDifference($"{state.Name} {reference}", $"its row {fault}"));
            return;
        }

        switch (state.Name)
        {
            case StateNames.Resident: Take(reference, Read<ResidentState>(json)); break;
            case StateNames.Volunteer: Take(reference, Read<VolunteerState>(json)); break;
            case StateNames.Group: Take(reference, Read<GroupState>(json)); break;
            case StateNames.ContactCard: Take(reference, Read<ContactCardState>(json)); break;
            case StateNames.Indicators: Take(reference, Read<IndicatorsState>(json)); break;
            case StateNames.RoundRegister: _listedRounds.UnionWith(Read<RoundRegisterState>(json).Rounds); break;
            case StateNames.MatchingRound: _rounds.Add(RoundName.Of(reference)); break;
        }
    }

    /// <summary>What does not agree, once every state was taken.</summary>
    public IEnumerable<CheckDifference> Differences() =>
    [
        .. _faults,
        .. from named in _people
           where !_residents.Contains(named.Named) && !_beingForgotten.Contains(named.Named)
           select new CheckDifference(named.Row, _erased.Contains(named.Named)
               ? $"{named.How} resident {named.Named}, who was erased"
               : $"{named.How} resident {named.Named}, of whom there is no row"),
        .. from named in _meetings
           where !_groups.Contains(named.Named)
           select new CheckDifference(named.Row, $"{named.How} group {named.Named}, of which there is no row"),
        .. from card in _cards
           where !_residents.Contains(card) && !_beingForgotten.Contains(card)
           select new CheckDifference($"contact-card {card}", _erased.Contains(card)
               ? "is kept of somebody who was erased"
               : "is kept of somebody who is not registered"),
        .. from round in _rounds.Except(_listedRounds).Order()
           select new CheckDifference($"matching-round {round}", "is not in the register of rounds, so no list shows it"),
    ];

    private static T Read<T>(byte[] json) => JsonSerializer.Deserialize<T>(json, StateJson.Options)!;

    private void Take(string reference, ResidentState state)
    {
        var row = Under(StateNames.Resident, reference, state.Id.Value);
        var id = ResidentId.Of(reference);
        if (state.Resident is not { } resident)
        {
            (state.Forgetting == true ? _beingForgotten : _erased).Add(id);
            return;
        }

        _residents.Add(id);
        _people.AddRange(resident.Ties.Where(tie => tie.Resident is not null).Select(tie => (row, tie.Resident!.Value, "names")));
        _meetings.AddRange(resident.Attendances.Select(day => (row, day.Group, "is said to have come to")));
        _meetings.AddRange(resident.Memberships.Select(membership => (row, membership.Group, "is said to be a member of")));
    }

    private void Take(string reference, VolunteerState state)
    {
        var row = Under(StateNames.Volunteer, reference, state.Id.Value);
        if (state.Volunteer is { } volunteer)
        {
            Take(row, volunteer.Places);
            _meetings.AddRange(volunteer.Memberships.Select(membership => (row, membership.Group, "is said to be a member of")));
        }
    }

    private void Take(string reference, GroupState state)
    {
        var row = Under(StateNames.Group, reference, state.Id.Value);
        _groups.Add(GroupId.Of(reference));
        if (state.Group is { } group)
        {
            Take(row, group.Places);
        }
    }

    private void Take(string row, Places places)
    {
        _people.AddRange(places.Taken.Select(taken => (row, taken.Resident, "keeps a place of")));
        _people.AddRange(places.Held.Where(held => !held.Released).Select(held => (row, held.Resident, "holds a place for")));
    }

    private void Take(string reference, ContactCardState state)
    {
        Under(StateNames.ContactCard, reference, state.Id.Value);
        if (state.Card is not null)
        {
            _cards.Add(ResidentId.Of(reference));
        }
    }

    private void Take(string reference, IndicatorsState state)
    {
        var row = Under(StateNames.Indicators, reference, state.Id.Value);
        foreach (var indicator in state.Indicators.Where(indicator => indicator.Area.Value != reference))
        {
            _faults.Add(new CheckDifference(row, $"keeps {indicator.Name}, which is about {indicator.Area}"));
        }

        foreach (var twice in state.Indicators.GroupBy(known => (known.Name, known.Period)).Where(same => same.Count() > 1))
        {
            _faults.Add(new CheckDifference(row, $"keeps {twice.Key.Name} for {twice.Key.Period ?? "no period"} more than once"));
        }
    }

    private string Under(string noun, string reference, string id)
    {
        var row = $"{noun} {reference}";
        if (reference != id)
        {
            _faults.Add(new CheckDifference(row, $"its row says that it is {id}"));
        }

        return row;
    }
}
