using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Networks.GraphQLApi.Hosting;

/// <summary>
/// GraphiQL from our own files, so that it looks and works the same with either package set and needs no network.
/// The files lie beside the assembly, because the process may be started from any folder.
/// </summary>
internal static class GraphiQLPage
{
    private const string Path = "/graphiql";

    public static void MapGraphiQL(this WebApplication app)
    {
        var files = new PhysicalFileProvider(System.IO.Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        app.UseStaticFiles(new StaticFileOptions { FileProvider = files, ContentTypeProvider = new FileExtensionContentTypeProvider() });
        app.MapGet(Path, () => Results.File(files.GetFileInfo("graphiql/index.html").PhysicalPath!, "text/html; charset=utf-8"));
        app.MapGet("/", () => Results.Redirect(Path));
    }
}
