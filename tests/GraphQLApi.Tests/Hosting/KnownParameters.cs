using System.Reflection;
using System.Runtime.CompilerServices;
using Networks.Domain.Measures;
using Networks.GraphQLApi.Hosting;

namespace Networks.GraphQLApi.Tests.Hosting;

/// <summary>
/// Asks every resolver for its parameters once, before any server starts. The runtime makes a method's parameters when first asked and,
/// asked by two threads at once, makes them twice. The genuine engine (15.1; its issue 8433) finds arguments by these very objects, so of
/// servers that start side by side, as only tests do, one now and then failed to build its schema.
/// </summary>
internal static class KnownParameters
{
    /// <summary>Held, because the runtime may forget what nobody holds.</summary>
    private static MethodInfo[] s_asked = [];

    [ModuleInitializer]
    internal static void AskOnce() => s_asked =
    [
        .. from assembly in new[] { typeof(NetworksGraphQL).Assembly, typeof(GeoPoint).Assembly }
           from type in assembly.GetTypes()
           where !type.ContainsGenericParameters
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
           where method.GetParameters().Length > 0
           select method
    ];
}
