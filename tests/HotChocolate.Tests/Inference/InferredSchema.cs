using System.Text.Json.Nodes;
using HotChocolate;
using HotChocolate.Execution;
using HotChocolate.Execution.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Networks.HotChocolate.Tests.Inference;

/// <summary>A schema inferred from annotated C#, through the public names that both package sets have.</summary>
internal sealed class InferredSchema
{
    private readonly IRequestExecutor _executor;
    private readonly IServiceProvider _services;

    private InferredSchema(IRequestExecutor executor, IServiceProvider services) => (_executor, _services) = (executor, services);

    public static async Task<InferredSchema> OfAsync(
        Action<IRequestExecutorBuilder> configure, Action<IServiceCollection>? addServices = null)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        addServices?.Invoke(collection);
        configure(collection.AddGraphQLServer(disableDefaultSecurity: true).AddQueryType(type => type.Description("Questions.")));
        var services = collection.BuildServiceProvider();
        return new InferredSchema(await services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync(), services);
    }

    /// <summary>The lines of one definition without descriptions, as `field(arg: Type = default): Type`.</summary>
    public IReadOnlyList<string> Definition(string head)
    {
        var lines = _executor.Schema.ToString()!.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).ToArray();
        var start = Array.FindIndex(lines, line => line == head || line.StartsWith(head + " ", StringComparison.Ordinal));
        Assert.True(start >= 0, $"No definition '{head}' in\n{string.Join('\n', lines)}");
        return
        [
            .. lines.Skip(start + 1)
                .TakeWhile(line => line != "}")
                .Where(line => line.Length > 0 && !line.StartsWith('"'))
                .Select(line => line.Split(" @", 2)[0].Replace(",", "", StringComparison.Ordinal))
        ];
    }

    public string Text => _executor.Schema.ToString()!;

    public async Task<JsonNode> AskAsync(string query)
    {
        await using var scope = _services.CreateAsyncScope();
        await using var result = await _executor.ExecuteAsync(
            OperationRequestBuilder.New().SetDocument(query).SetServices(scope.ServiceProvider).Build());
        return JsonNode.Parse(result.ToJson())!;
    }
}
