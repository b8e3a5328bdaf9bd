using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;
using Networks.Grains;
using Orleans;

namespace Networks.GraphQLApi.Nodes;

/// <summary>
/// Which record an id argument of a command means: the reference first, then the global id. Null for what can be neither.
/// A reference that nobody has is passed on, for the record itself says best that it does not exist.
/// </summary>
internal static class EntityIds
{
    public static async Task<ResidentId?> ResidentAsync(IGrainFactory grains, string text) =>
        await ReferenceAsync(
            "Resident", text, async reference => await grains.Resident(ResidentId.Of(reference)).Read() is not null) is { } known
            ? ResidentId.Of(known)
            : null;

    public static async Task<GroupId?> GroupAsync(IGrainFactory grains, string text) =>
        await ReferenceAsync("Group", text, async reference => await grains.Group(GroupId.Of(reference)).Read() is not null) is { } known
            ? GroupId.Of(known)
            : null;

    public static async Task<VolunteerId?> VolunteerAsync(IGrainFactory grains, string text) =>
        await ReferenceAsync(
            "Volunteer", text, async reference => await grains.Volunteer(VolunteerId.Of(reference)).Read() is not null) is { } known
            ? VolunteerId.Of(known)
            : null;

    /// <summary>
    /// Who came along, as records write it: a resident's reference, or <c>volunteer:</c> and a volunteer's. Null when there is nobody so
    /// named.
    /// </summary>
    public static async Task<string?> CompanionAsync(IGrainFactory grains, string text)
    {
        const string Prefix = "volunteer:";
        var named = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : null;
        if (named is null && await ResidentAsync(grains, text) is { } resident && await grains.Resident(resident).Read() is not null)
        {
            return resident.Value;
        }

        return await VolunteerAsync(grains, named ?? text) is { } volunteer && await grains.Volunteer(volunteer).Read() is not null
            ? Prefix + volunteer.Value
            : null;
    }

    /// <summary>Whose places: a volunteer by reference, a group by reference, or either by global id. Null when there is none.</summary>
    public static async Task<OfferId?> OfferAsync(IGrainFactory grains, string text)
    {
        if (References.Fault(text) is null)
        {
            if (await grains.Volunteer(VolunteerId.Of(text)).Read() is not null)
            {
                return OfferId.Of(VolunteerId.Of(text));
            }

            if (await grains.Group(GroupId.Of(text)).Read() is not null)
            {
                return OfferId.Of(GroupId.Of(text));
            }
        }

        return GlobalId.Read(text) switch
        {
            ("Volunteer", var reference) when References.Fault(reference) is null => OfferId.Of(VolunteerId.Of(reference)),
            ("Group", var reference) when References.Fault(reference) is null => OfferId.Of(GroupId.Of(reference)),
            _ => null
        };
    }

    /// <summary>A tie, written R1#3 or as a global id.</summary>
    public static TieId? Tie(string text) =>
        TieId.TryParse(GlobalId.Read("Tie", text) ?? text, out var id) && References.Fault(id.NamedBy.Value) is null ? id : null;

    /// <summary>A match, written R1#1 or as a global id.</summary>
    public static MatchId? Match(string text) =>
        MatchId.TryParse(GlobalId.Read("Match", text) ?? text, out var id) && References.Fault(id.Resident.Value) is null ? id : null;

    private static async Task<string?> ReferenceAsync(string type, string text, Func<string, Task<bool>> exists)
    {
        var plain = References.Fault(text) is null ? text : null;
        if (GlobalId.Read(type, text) is not { } inside || References.Fault(inside) is not null)
        {
            return plain;
        }

        return plain is not null && await exists(plain) ? plain : inside;
    }
}
