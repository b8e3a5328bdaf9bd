using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Storage;

/// <summary>Which serializer a storage provider without one of its own uses: the one of its name, else everybody's.</summary>
internal static class StorageSerializers
{
    public static IGrainStorageSerializer For(IServiceProvider services, string providerName) =>
        services.GetKeyedService<IGrainStorageSerializer>(providerName) ?? services.GetRequiredService<IGrainStorageSerializer>();
}
