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

    private Task<AreaTree>? _tree;

    public Task<WardRegister> ReadAsync() => _read.Value;

    public Task<AreaTree> TreeAsync()
    {
        lock (_read)
        {
            return _tree ??= GrowAsync();
        }
    }

    private async Task<AreaTree> GrowAsync() => AreaTree.Of(await ReadAsync(), await grains.AreaRegister().All());
}
