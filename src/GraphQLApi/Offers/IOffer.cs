using HotChocolate.Types;

namespace Networks.GraphQLApi.Offers;

/// <summary>Whose places are meant: a volunteer's or a group's.</summary>
[UnionType("Offer")]
public interface IOffer;
