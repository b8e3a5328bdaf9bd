using HotChocolate;
using Networks.Domain.Measures;
using Networks.Domain.Organisations;
using Networks.Domain.Residents;
using Networks.GraphQLApi.Organisations;

namespace Networks.GraphQLApi.Residents;

/// <summary>How a person came to be known, and where that stands.</summary>
[GraphQLName("Referral")]
public sealed record ReferralType
{
    private const string OrganisationPrefix = "org:";

    /// <summary>The day of the referral.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Who referred, such as gp or family; null where not known or an organisation.</summary>
    public required string? SourceKind { get; init; }

    /// <summary>The organisation that referred.</summary>
    public required OrganisationType? Source { get; init; }

    /// <summary>Where the referral stands.</summary>
    public required ReferralState State { get; init; }

    internal static ReferralType Of(DateOnly on, Resident resident, Moment at)
    {
        var source = resident.Facts.ReferralSource;
        var names = source?.StartsWith(OrganisationPrefix, StringComparison.Ordinal) == true && source.Length > OrganisationPrefix.Length;
        var organisation = names
            ? new OrganisationType(OrganisationId.Of(source![OrganisationPrefix.Length..]))
            : null;
        return new ReferralType
        {
            On = on,
            SourceKind = organisation is null ? source : null,
            Source = organisation,
            State = StateOf(resident, at)
        };
    }

    private static ReferralState StateOf(Resident resident, Moment at)
    {
        var facts = resident.Facts;
        return facts.LeftOn <= at.Today ? ReferralState.Closed
            : resident.Matches.Any(match => match.Holds(at.Today)) ? ReferralState.Matched
            : facts.PausedUntil > at.Today ? ReferralState.Paused
            : resident.Proposals.Any(proposal => proposal.ExpiresAt > at.Now) ? ReferralState.Proposed
            : !facts.Seeking.IsDefaultOrEmpty ? ReferralState.Waiting
            : facts.ConnectionsAskedOn is not null ? ReferralState.Assessed
            : ReferralState.Received;
    }
}

/// <summary>Where a referral stands.</summary>
public enum ReferralState
{
    /// <summary>Known, not yet asked about her connections.</summary>
    Received,

    /// <summary>Asked about her connections; she seeks nothing.</summary>
    Assessed,

    /// <summary>She seeks something and may be put forward.</summary>
    Waiting,

    /// <summary>A proposal awaits its answers.</summary>
    Proposed,

    /// <summary>She has a match.</summary>
    Matched,

    /// <summary>Not put forward for now; her wait goes on.</summary>
    Paused,

    /// <summary>She is no longer on the register.</summary>
    Closed
}
