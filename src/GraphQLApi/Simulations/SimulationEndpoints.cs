using System.Text;
using Networks.Grains;
using Networks.Grains.SimulationReports;
using Networks.Grains.Simulations;
using Networks.GraphQLApi.Errors;
using Orleans;

namespace Networks.GraphQLApi.Simulations;

/// <summary>The files of finished simulations over HTTP, byte for byte as the command line writes them.</summary>
internal static class SimulationEndpoints
{
    private const string Folder = "/simulations";

    // The page brings all it needs, and runs nothing.
    private const string PagePolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    /// <summary>Where a report's page is read.</summary>
    public static string PageOf(SimulationId id) => $"{Folder}/{id}/{StudyFolder.PageFileName}";

    public static WebApplication MapNetworksSimulations(this WebApplication app)
    {
        app.MapGet($"{Folder}/{{reference}}/{StudyFolder.PageFileName}", (HttpContext http, string reference, IGrainFactory grains) =>
            AnswerAsync(http, grains, reference, "text/html; charset=utf-8", report => report.Page));
        app.MapGet($"{Folder}/{{reference}}/{StudyFolder.JsonFileName}", (HttpContext http, string reference, IGrainFactory grains) =>
            AnswerAsync(http, grains, reference, "application/json; charset=utf-8", report => report.Json));
        app.MapGet($"{Folder}/{{reference}}/{StudyFolder.CsvFileName}", (HttpContext http, string reference, IGrainFactory grains) =>
            AnswerAsync(http, grains, reference, "text/csv; charset=utf-8", report => report.Csv));
        app.MapGet($"{Folder}/{{reference}}/{StudyFolder.TextFileName}", (HttpContext http, string reference, IGrainFactory grains) =>
            AnswerAsync(http, grains, reference, "text/plain; charset=utf-8", report => report.Text));
        app.MapGet($"{Folder}/{{reference}}/{StudyFolder.ScenarioFileName}", ScenarioAsync);
        return app;
    }

    private static async Task ScenarioAsync(HttpContext http, string reference, IGrainFactory grains)
    {
        if (await FindAsync(http, grains, reference) is { } run)
        {
            await SendAsync(http, reference, "application/yaml; charset=utf-8", run.Scenario);
        }
    }

    private static async Task AnswerAsync(
        HttpContext http, IGrainFactory grains, string reference, string type, Func<SimulationReport, string> part)
    {
        if (await FindAsync(http, grains, reference) is not { } run)
        {
            return;
        }

        if (await grains.SimulationReport(run.Id).Read() is { } report && run.Stage == SimulationStage.Done)
        {
            await SendAsync(http, reference, type, part(report));
            return;
        }

        var state = SimulationStates.Of(run.Stage).ToString().ToUpperInvariant();
        await RefuseAsync(
            http, StatusCodes.Status409Conflict, $"The simulation {reference} is {state}; it has a report once it is DONE.");
    }

    private static async Task<SimulationState?> FindAsync(HttpContext http, IGrainFactory grains, string reference)
    {
        if (SimulationId.CanBe(reference) && await grains.Simulation(SimulationId.Of(reference)).Read() is { } reading)
        {
            return reading.Run;
        }

        await RefuseAsync(
            http, StatusCodes.Status404NotFound,
            "No simulation of this reference was started here; the query simulations lists those that were.");
        return null;
    }

    private static async Task SendAsync(HttpContext http, string reference, string type, string text)
    {
        var name = http.Request.Path.Value!.Split('/')[^1];
        var isPage = name == StudyFolder.PageFileName;
        http.Response.ContentType = type;
        http.Response.Headers.ContentDisposition = $"{(isPage ? "inline" : "attachment")}; filename=\"{reference}-{name}\"";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        if (isPage)
        {
            http.Response.Headers.ContentSecurityPolicy = PagePolicy;
        }

        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), http.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext http, int status, string sentence)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(
            new { errors = new[] { new { message = sentence, extensions = new { code = TopLevelCodes.BadArgument } } } },
            http.RequestAborted);
    }
}
