using System.Globalization;
using System.Text;
using Networks.GraphQLApi.Stores;
using Networks.Import.Csv;
using Networks.Import.Refusals;

namespace Networks.GraphQLApi.Imports;

/// <summary>refused.csv, made at the first refusal; an old one goes, so that what it says is never about another import.</summary>
internal sealed class RefusedFile : IDisposable
{
    private const int FirstSentence = 4;

    private readonly string path;
    private StreamWriter? text;
    private CsvWriter? csv;

    public RefusedFile(string path)
    {
        this.path = path;
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path} cannot be written ({fault.Message.TrimEnd('.')}); name another with --refused FILE.");
        }
    }

    public void Write(RowRefusal refusal)
    {
        if (csv is null)
        {
            text = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            csv = new CsvWriter(text);
            csv.Write(RowRefusal.Columns);
        }

        csv.Write([refusal.File, refusal.Line.ToString(CultureInfo.InvariantCulture), refusal.Column, refusal.Code, refusal.Reason,
            refusal.Hint], column => column >= FirstSentence);
    }

    public void Dispose() => text?.Dispose();
}
