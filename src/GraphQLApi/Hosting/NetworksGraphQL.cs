using System.Reflection;
using HotChocolate.AspNetCore;
using HotChocolate.Types;
using Networks.GraphQLApi.Areas;
using Networks.GraphQLApi.Commands;
using Networks.GraphQLApi.ContactCards;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Groups;
using Networks.GraphQLApi.Nodes;
using Networks.GraphQLApi.Offers;
using Networks.GraphQLApi.Organisations;
using Networks.GraphQLApi.Residents;
using Networks.GraphQLApi.Spreads;
using Networks.GraphQLApi.Ties;
using Networks.GraphQLApi.Volunteers;
using Networks.GraphQLApi.Wards;

namespace Networks.GraphQLApi.Hosting;

/// <summary>The GraphQL endpoint: what it is made of and where it answers.</summary>
public static class NetworksGraphQL
{
    /// <summary>Largest request taken, in bytes; no question or command comes near it.</summary>
    public const int RequestBytesMax = 1024 * 1024;

    /// <summary>How long a request may take before it is stopped.</summary>
    public static readonly TimeSpan ExecutionTimeout = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddNetworksGraphQL(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<AreaRegister>();
        services.AddScoped<RegisterOfRequest>();
        services.AddScoped<EveningsOfRequest>();
        services.AddSingleton<Caller>();
        services.AddSingleton<ContactCardDesk>();
        services.AddSingleton<CommandDoor>();
        var faults = new FaultFilter();
        services.AddSingleton(faults);
        var server = services.AddGraphQLServer(maxAllowedRequestSize: RequestBytesMax)
            .AddQueryType(type => type.Description("What can be asked. Lists come in pages; ids may be references or global ids."))
            .AddMutationType(type => type.Description(
                "What can be done. Each takes one input with the caller's own commandId and answers the changed object or typed errors."))
            .AddSubscriptionType(type => type.Description(
                "What can be followed. Each event answers the fields asked for, as they are then."))
            .BindRuntimeType<DateOnly, DateType>()
            .AddErrorFilter(faults.OnError)
            .ModifyRequestOptions(options => options.ExecutionTimeout = ExecutionTimeout)
            .ModifyCostOptions(options => (options.EnforceCostLimits, options.ApplyCostDefaults) = (false, false))
            .InitializeOnStartup();
        foreach (var slice in Slices())
        {
            server.AddTypeExtension(slice);
        }

        foreach (var type in AbstractMembers())
        {
            server.AddType(type);
        }

        server.AddDataLoader<ResidentById>()
            .AddDataLoader<ConnectionsOfResident>()
            .AddDataLoader<ReachOfResident>()
            .AddDataLoader<TieEndsOfResident>()
            .AddDataLoader<VolunteerById>()
            .AddDataLoader<GroupById>()
            .AddDataLoader<OrganisationById>()
            .AddDataLoader<IndicatorsOfWard>()
            .AddDataLoader<TotalsByWard>();
        return services;
    }

    public static WebApplication MapNetworksGraphQL(this WebApplication app)
    {
        app.Services.GetRequiredService<FaultFilter>().LogTo(app.Services.GetRequiredService<ILogger<FaultFilter>>());
        app.UseMiddleware<RequestGuard>();
        app.MapGraphQL().WithOptions(new GraphQLServerOptions { Tool = { Enable = false } });
        if (app.Environment.IsDevelopment())
        {
            app.MapGraphiQL();
        }

        return app;
    }

    /// <summary>Every class of queries, mutations and subscriptions, in the order of its name.</summary>
    private static IEnumerable<Type> Slices() =>
        from type in typeof(NetworksGraphQL).Assembly.GetTypes()
        where type.IsDefined(typeof(QueryTypeAttribute)) || type.IsDefined(typeof(MutationTypeAttribute))
            || type.IsDefined(typeof(SubscriptionTypeAttribute))
        orderby type.Name
        select type;

    /// <summary>Interfaces, unions and all that can stand behind them: a field names only the interface.</summary>
    private static IEnumerable<Type> AbstractMembers()
    {
        Type[] marks = [typeof(INode), typeof(IOffer), typeof(IUserError), .. Unions()];
        return marks.Concat(
            from type in typeof(NetworksGraphQL).Assembly.GetTypes()
            where type is { IsClass: true, IsAbstract: false } && marks.Any(mark => mark.IsAssignableFrom(type))
            orderby type.Name
            select type);
    }

    private static IEnumerable<Type> Unions() =>
        typeof(NetworksGraphQL).Assembly.GetTypes().Where(type => type.IsInterface && type.IsDefined(typeof(UnionTypeAttribute)));
}
