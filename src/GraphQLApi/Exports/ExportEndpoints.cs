using System.Globalization;
using Networks.GraphQLApi.Errors;
using Networks.GraphQLApi.Stores;

namespace Networks.GraphQLApi.Exports;

/// <summary>Exports over HTTP: each a file that is sent while it is written.</summary>
internal static class ExportEndpoints
{
    public static WebApplication MapNetworksExports(this WebApplication app)
    {
        app.MapGet("/exports/unconnected.csv", http => AnswerAsync(http, ExportFormat.Csv, "text/csv; charset=utf-8"));
        app.MapGet("/exports/connections.graphml", http => AnswerAsync(http, ExportFormat.Graphml, "application/xml; charset=utf-8"));
        app.MapGet("/exports/wards.geojson", http => AnswerAsync(http, ExportFormat.Geojson, "application/geo+json; charset=utf-8"));
        return app;
    }

    private static async Task AnswerAsync(HttpContext http, ExportFormat format, string type)
    {
        ExportQuestion question;
        ExportPicture picture;
        try
        {
            question = ExportParameters.Read(format, http.Request.Query);
            picture = await ExportPicture.TakeAsync(StoreSession.Context(http.RequestServices), question);
        }
        catch (BadInputException bad)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsJsonAsync(
                new { errors = new[] { new { message = bad.Message, extensions = new { code = TopLevelCodes.BadArgument } } } },
                http.RequestAborted);
            return;
        }

        http.Response.ContentType = type;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{http.Request.Path.Value!.Split('/')[^1]}\"";
        http.Response.Headers["Networks-As-Of"] = picture.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        http.Response.Headers["Networks-Picture"] = picture.Graph.Stamp.ToString(CultureInfo.InvariantCulture);
        try
        {
            // Off the thread that answers requests, for a million rows take seconds; it ends when the client goes away.
            await Task.Run(
                () => PictureFile.WriteAsync(picture, question, http.Response.Body, static (_, _) => { }, http.RequestAborted),
                http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits any more.
            http.Abort();
        }
    }
}
