using Networks.Grains;
using Networks.Grains.WardRegisters;
using Orleans;

namespace Networks.GraphQLApi.Areas;

/// <summary>
/// The register as one request sees it. It lives in the request's scope, for the server uses the objects of a connection again for the
/// next request on it.
/// </summary>
internal sealed class RegisterOfRequest(IGrainFactory grains)
{
    private readonly Lazy<Task<WardRegister>> _read = new(grains.WardRegister().Read);

    private readonly Lazy<Task<AreaTree>> _tree = new(async () => AreaTree.Of(
        await grains.WardRegister().Read(), await grains.AreaRegister().All()));

    public Task<WardRegister> ReadAsync() => _read.Value;

    public Task<AreaTree> TreeAsync() => _tree.Value;
}
