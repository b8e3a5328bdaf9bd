using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Networks.Matching.Yaml;

/// <summary>A file of settings that people write by hand: one YAML document.</summary>
public static class YamlText
{
    /// <summary>Reads <paramref name="text"/>: its root, or the first fault. Neither = the file is empty.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="what">What the file is, in a sentence: "A policy".</param>
    public static (YamlNode? Root, YamlFault? Fault) Read(string text, string what)
    {
        using var reader = new StringReader(text);
        var parser = new Parser(reader);
        try
        {
            var stream = new YamlStream();
            stream.Load(parser);
            return stream.Documents switch
            {
                [] => (null, null),
                [var only] => (only.RootNode, null),
                [_, var second, ..] => (null, FaultAt(second.RootNode.Start, $"{what} is one document; a second begins here.")),
            };
        }
        catch (YamlException fault)
        {
            return (null, FaultAt(fault.Start, "This is not YAML: " + fault.Message));
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            // The library gives up so on words that are broken off within brackets, and says neither why nor where.
            return (null, FaultAt(
                parser.Current?.End ?? Mark.Empty, "This is not YAML: a bracket or a word is left open after this place."));
        }
    }

    private static YamlFault FaultAt(Mark mark, string reason) => new((int)mark.Line, (int)mark.Column, reason);
}

/// <summary>What is wrong with a file of settings.</summary>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Reason">What is wrong there, in a sentence.</param>
public sealed record YamlFault(int Line, int Column, string Reason);
