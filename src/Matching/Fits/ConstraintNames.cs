using System.Text.Json;

namespace Networks.Matching.Fits;

/// <summary>How files and answers spell closed lists of matching: TOO_FAR, NO_FITTING_OFFER.</summary>
public static class ConstraintNames
{
    /// <summary>The spelling of one value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    /// <summary>The value spelt so; false for anything else.</summary>
    public static bool TryParse<T>(string text, out T value)
        where T : struct, Enum
    {
        foreach (var known in Enum.GetValues<T>())
        {
            if (Of(known) == text)
            {
                value = known;
                return true;
            }
        }

        value = default;
        return false;
    }
}
