using System.Text.Json.Serialization;
using Networks.Domain.Measures;
using Orleans;

namespace Networks.Domain.Groups;

/// <summary>What a member does in the group.</summary>
[GenerateSerializer, Alias("networks.membership-role")]
[JsonConverter(typeof(WordJsonConverter<MembershipRole>))]
public enum MembershipRole
{
    Member,
    Leader,
    Welcomer,
    Admin,
}
