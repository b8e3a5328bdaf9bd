using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Organisations;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Groups;
using Networks.GraphQLApi.MatchingRounds;
using Networks.GraphQLApi.Organisations;
using Networks.GraphQLApi.Residents;
using Networks.GraphQLApi.Simulations;
using Networks.GraphQLApi.Ties;
using Networks.GraphQLApi.Volunteers;
using Networks.GraphQLApi.Wards;
using Orleans;
using MatchType = Networks.GraphQLApi.Matches.MatchType;

namespace Networks.GraphQLApi.Nodes;

/// <summary>Where each kind of node comes from.</summary>
internal sealed record NodeSources(
    ResidentById Residents,
    VolunteerById Volunteers,
    GroupById Groups,
    AreaRegister Register,
    IGrainFactory Grains)
{
    public async Task<INode?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (GlobalId.Read(id) is not { } known || References.Fault(known.Reference) is not null)
        {
            return null;
        }

        var reference = known.Reference;
        return known.Type switch
        {
            "Resident" => await Residents.FindAsync(ResidentId.Of(reference), cancellationToken),
            "Volunteer" => await Volunteers.FindAsync(VolunteerId.Of(reference), cancellationToken),
            "Group" => await Groups.FindAsync(GroupId.Of(reference), cancellationToken),
            "Organisation" => new OrganisationType(OrganisationId.Of(reference)),
            "Ward" => await WardAsync(reference),
            "Area" => await AreaAsync(reference),
            "Tie" => await TieAsync(reference, cancellationToken),
            "Match" => await MatchAsync(reference, cancellationToken),
            "MatchingRound" => await MatchingRoundType.FindAsync(Grains, reference),
            "Proposal" => await ProposalType.FindAsync(Grains, reference),
            SimulationType.TypeName => await SimulationType.FindAsync(Grains, reference),
            _ => null
        };
    }

    private async Task<WardType?> WardAsync(string code)
    {
        var register = await Register.ReadAsync();
        return register.Wards.FirstOrDefault(ward => ward.Code.Value == code) is { } facts ? new WardType(facts, null) : null;
    }

    private async Task<AreaType?> AreaAsync(string code)
    {
        var tree = await Register.TreeAsync();
        return tree.Find(code) is { } area ? new AreaType(area) : null;
    }

    private async Task<TieType?> TieAsync(string text, CancellationToken cancellationToken) =>
        TieId.TryParse(text, out var id)
        && await Residents.LoadAsync(id.NamedBy, cancellationToken) is { } owner
        && owner.Resident.Ties.FirstOrDefault(tie => tie.Number == id.Number) is { } tie
            ? new TieType(owner, tie)
            : null;

    private async Task<MatchType?> MatchAsync(string text, CancellationToken cancellationToken) =>
        MatchId.TryParse(text, out var id)
        && await Residents.LoadAsync(id.Resident, cancellationToken) is { } owner
        && owner.Resident.Matches.FirstOrDefault(match => match.Number == id.Number) is { } match
            ? new MatchType(owner, match)
            : null;
}
