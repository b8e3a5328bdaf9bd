using System.Globalization;

namespace Networks.Benchmarks.SideBySide;

/// <summary>Reads "--name value" from the words of a command.</summary>
internal static class Options
{
    public static string? Text(string[] options, string name)
    {
        var at = Array.IndexOf(options, name);
        return at >= 0 && at + 1 < options.Length ? options[at + 1] : null;
    }

    public static int Whole(string[] options, string name, int otherwise) =>
        Text(options, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public static double Number(string[] options, string name, double otherwise) =>
        Text(options, name) is { } text ? double.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
