using HotChocolate.Types;

namespace Networks.GraphQLApi.Areas;

/// <summary>Questions about the whole area.</summary>
[QueryType]
public static class AreaQueries
{
    /// <summary>The area that this store is about; null in a store that holds no wards yet.</summary>
    public static async Task<AreaType?> GetAreaAsync(AreaRegister register)
    {
        var wards = await register.ReadAsync();
        return wards.Wards.IsDefaultOrEmpty ? null : new AreaType(wards);
    }
}
