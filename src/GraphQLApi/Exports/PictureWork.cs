using System.Globalization;
using Networks.GraphQLApi.Stores;

namespace Networks.GraphQLApi.Exports;

/// <summary>Writes one picture of the area into a file.</summary>
/// <param name="File">Full path; a file of this name is replaced, and only when the new one is whole.</param>
/// <param name="Question">What is written.</param>
internal sealed record PictureWork(string File, ExportQuestion Question) : StoreWork
{
    public override async Task<int> Run(StoreContext store, IWorkOutput output, CancellationToken cancellationToken)
    {
        var picture = await ExportPicture.TakeAsync(store, Question);
        var unfinished = File + ".unfinished";
        try
        {
            await using (var target = System.IO.File.Create(unfinished))
            {
                await PictureFile.WriteAsync(
                    picture, Question, target, (done, total) => output.Progress("Writing", done, total), cancellationToken);
            }

            System.IO.File.Move(unfinished, File, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{File} cannot be written: {fault.Message}");
        }
        finally
        {
            System.IO.File.Delete(unfinished);
        }

        output.Line(string.Create(CultureInfo.InvariantCulture,
            $"Written to {File}: {picture.Wards.Length} wards as of {picture.AsOf:yyyy-MM-dd}, picture {picture.Graph.Stamp}."));
        return ExitCode.Done;
    }
}
