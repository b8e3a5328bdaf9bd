using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Networks.Matching.Problems;

namespace Networks.Matching.Files;

/// <summary>
/// problem.json: everything a round decided on, so that anybody can check its plan again. It holds facts about people, such as where
/// they live, and is to be kept like the register itself.
/// </summary>
public static class ProblemFile
{
    /// <summary>How the matching files spell things: camelCase, words for closed lists, nothing for what is not known.</summary>
    public static JsonSerializerOptions Options { get; } = NewOptions(indented: true);

    private static readonly JsonSerializerOptions Compact = NewOptions(indented: false);

    /// <summary>The problem as JSON text, its parts in their one order.</summary>
    public static string Write(MatchingProblem problem) => JsonSerializer.Serialize(Ordered(problem), Options) + "\n";

    /// <summary>Reads problem.json; throws <see cref="MatchingFileException"/> with the place of the fault.</summary>
    public static MatchingProblem Read(string json) => Json.Read<MatchingProblem>(json, "problem.json");

    /// <summary>SHA-256 of the problem in its one order, as lower-case hex: what a human saw when approving its plan.</summary>
    public static string Digest(MatchingProblem problem) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Ordered(problem), Compact)));

    private static MatchingProblem Ordered(MatchingProblem problem) => problem with
    {
        Wards = [.. problem.Wards.OrderBy(ward => ward.Code)],
        Seekers = [.. problem.Seekers.OrderBy(seeker => seeker.Resident)],
        Offers = [.. problem.Offers.OrderBy(offer => offer.Offer)],
        Pins = [.. problem.Pins.OrderBy(pin => pin.Resident).ThenBy(pin => pin.Offer)],
        Forbids = [.. problem.Forbids.OrderBy(forbid => forbid.Resident).ThenBy(forbid => forbid.Offer)],
        Deferrals = [.. problem.Deferrals.OrderBy(deferral => deferral.Resident).ThenBy(deferral => deferral.Class)],
        Withdrawn = [.. problem.Withdrawn.Order()],
        Before = [.. problem.Before.OrderBy(pair => pair.Resident).ThenBy(pair => pair.Offer)],
    };

    private static JsonSerializerOptions NewOptions(bool indented) => new(JsonSerializerDefaults.Web)
    {
        WriteIndented = indented,
        IgnoreReadOnlyProperties = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNameCaseInsensitive = false,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Json.LeaveOutEmptyLists } },
    };
}
