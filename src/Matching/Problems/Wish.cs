using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Residents;
using Orleans;

namespace Networks.Matching.Problems;

/// <summary>The two things a person can be given in one round: someone to meet one to one, and a place in a group.</summary>
[GenerateSerializer, Alias("networks.matching.wish-class")]
[JsonConverter(typeof(WordJsonConverter<WishClass>))]
public enum WishClass
{
    OneToOne,
    Group,
}

/// <summary>One thing one person waits for: any one of the one-to-one kinds she names, or any one of the group kinds.</summary>
/// <param name="Seeker">Who waits.</param>
/// <param name="Class">For which of the two.</param>
/// <param name="Kinds">The kinds of that class she still seeks, in the order of the list of kinds.</param>
public sealed record Wish(Seeker Seeker, WishClass Class, ImmutableArray<OfferKind> Kinds)
{
    /// <summary>Whose wish it is.</summary>
    public ResidentId Resident => Seeker.Resident;

    /// <summary>The wishes of one person: none, one or two.</summary>
    public static IEnumerable<Wish> Of(Seeker seeker)
    {
        foreach (var oneToOne in (bool[])[true, false])
        {
            ImmutableArray<OfferKind> kinds = [.. seeker.Seeking.Where(kind => kind.IsOneToOne() == oneToOne).Distinct().Order()];
            if (kinds.Length > 0)
            {
                yield return new Wish(seeker, oneToOne ? WishClass.OneToOne : WishClass.Group, kinds);
            }
        }
    }

    /// <summary>The class a kind belongs to.</summary>
    public static WishClass ClassOf(OfferKind kind) => kind.IsOneToOne() ? WishClass.OneToOne : WishClass.Group;
}
