using System.CommandLine;
using Microsoft.AspNetCore.Connections;
using Networks.Grains;
using Networks.GraphQLApi.Hosting;
using Networks.GraphQLApi.Imports;
using Networks.GraphQLApi.Stores;
using Networks.Import.Deliveries;
using Networks.Import.SyntheticAreas;
using Networks.Silo;
using Networks.Silo.Storage;

namespace Networks.GraphQLApi.CommandLine;

/// <summary><c>networks serve</c>: silo, API and GraphiQL in one process, on this machine only.</summary>
internal static class ServeCommand
{
    private const int PortUnlessGiven = 5080;
    private static readonly int WardsAtATime = Math.Max(4, Environment.ProcessorCount);

    public static Command Create(IWorkOutput output)
    {
        var port = SharedOptions.Number("--port", $"Port on 127.0.0.1 (default {PortUnlessGiven}; 0 = a free one).", 0, 65535);
        var area = new Option<string>("--area") { Description = "What a new store is filled with: demo (the default), empty, or a "
            + "folder of CSV files.", HelpName = "DIR|demo|empty", DefaultValueFactory = _ => "demo" };
        var data = SharedOptions.Data();
        var command = new Command("serve", "Serves the store: GraphQL at /graphql, GraphiQL at /graphiql in Development. Ctrl-C "
            + "ends it.") { port, area, data };
        command.SetAction((parsed, cancellationToken) => Serve(
            Path.GetFullPath(parsed.GetRequiredValue(data)), (int)(parsed.GetValue(port) ?? PortUnlessGiven),
                parsed.GetRequiredValue(area), output, cancellationToken));
        return command;
    }

    private static async Task<int> Serve(string data, int port, string area, IWorkOutput output, CancellationToken cancellationToken)
    {
        var folder = area is "demo" or "empty" ? null : DeliveryFolder.Open(Path.GetFullPath(area));
        var environment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? "Production";
        await using var app = NetworksServer.Build(NetworksStoreOptions.InDirectory(data), port, environment);
        Directory.CreateDirectory(data);
        await Start(app, data, port, cancellationToken);
        try
        {
            if (area != "empty")
            {
                await Fill(StoreSession.Context(app.Services), folder, output, cancellationToken);
            }

            var store = StoreSession.Context(app.Services);
            await WakeWards(store, output);

            // A simulation that was cut off begins again now and not when its reminder comes.
            await store.Grains.SimulationRegister().Wake();
            app.PublishAddress(app.Address());
            output.Line($"Ready: {app.Address().ToString().TrimEnd('/')}");
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            output.Error("Ending; what was acknowledged is on the disk.");
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }

        return ExitCode.Done;
    }

    private static async Task Start(WebApplication app, string data, int port, CancellationToken cancellationToken)
    {
        try
        {
            // The word is changed once the store is held, or a second server would lock commands out of the first.
            var access = new Lazy<string>(() => StoreAccess.Issue(data));
            app.MapStoreWork(access);
            await app.StartAsync(cancellationToken);
            _ = access.Value;
        }
        catch (Exception fault) when (fault is IOException { InnerException: AddressInUseException } or AddressInUseException)
        {
            throw new BadInputException($"Port {port} is taken; end what uses it, or choose another with --port.");
        }
    }

    // So that the first question finds them awake. A few at a time: no call may last as long as waking a whole area can.
    private static async Task WakeWards(StoreContext store, IWorkOutput output)
    {
        var wards = (await store.Grains.WardRegister().Read()).Wards;
        var done = 0;
        foreach (var some in wards.Chunk(WardsAtATime))
        {
            try
            {
                await store.Grains.Area().Wake([.. some.Select(ward => ward.Code)]);
            }
            catch (TimeoutException)
            {
                output.Error($"Wards {some[0].Code} to {some[^1].Code} take long to wake; until they have, answers are not complete.");
            }

            output.Progress("Waking wards", done += some.Length, wards.Length);
        }
    }

    private static async Task Fill(StoreContext store, DeliveryFolder? folder, IWorkOutput output, CancellationToken cancellationToken)
    {
        var register = await store.Grains.WardRegister().Read();
        if (!register.Wards.IsEmpty)
        {
            output.Error($"The store holds {register.Wards.Length} wards already, so --area was not loaded into it.");
            return;
        }

        folder ??= Demo();
        var findings = new Findings(refusal => output.Error($"Refused: {refusal.File}, line {refusal.Line}: {refusal.Reason} "
            + $"{refusal.Hint}"));
        var report = await new AreaImport(store, output, findings, dryRun: false).Run(folder, cancellationToken);
        output.Line($"Loaded: {report.New:N0} records, {findings.RefusedRows:N0} rows refused.");
    }

    private static DeliveryFolder Demo()
    {
        Dictionary<string, MemoryStream> files = [];
        SyntheticArea.Write(SyntheticAreaOrder.Demo, name => files[name] = new MemoryStream());
        return DeliveryFolder.Of(files.ToDictionary(file => file.Key, file => file.Value.ToArray()));
    }
}
