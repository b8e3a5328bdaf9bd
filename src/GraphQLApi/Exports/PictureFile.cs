namespace Networks.GraphQLApi.Exports;

/// <summary>Writes a picture in the form asked for.</summary>
internal static class PictureFile
{
    /// <param name="picture">What is written.</param>
    /// <param name="question">How.</param>
    /// <param name="target">Where to; it is not closed.</param>
    /// <param name="progress">Told how much is done, of how much.</param>
    /// <param name="cancellationToken">Ends the writing between two pieces.</param>
    public static Task WriteAsync(
        ExportPicture picture, ExportQuestion question, Stream target, Action<long, long> progress, CancellationToken cancellationToken)
    {
        var sink = new ExportSink(target, progress, cancellationToken);
        return question.Format switch
        {
            ExportFormat.Graphml => ConnectionGraphml.WriteAsync(picture, sink),
            ExportFormat.Geojson => WardGeojson.WriteAsync(picture, question.Rule, sink),
            _ => UnconnectedCsv.WriteAsync(picture, question.Rule, sink),
        };
    }
}
