using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Organisations;
using Networks.Matching.Fairness;
using Networks.Matching.Fits;
using Networks.Matching.Yaml;
using YamlDotNet.RepresentationModel;

namespace Networks.Matching.Policies;

/// <summary>policy.yaml, read node by node so that every fault has a line and a suggestion, and written key by key.</summary>
internal static class PolicyYaml
{
    private static readonly string[] Keys =
    [
        "bandWhenEmpty", "defaultTravelKilometres", "holdDays", "requiredChecks", "requiredChecksOfKinds", "soft", "bounds", "pooling",
        "rankedChoices", "visitedTogether",
    ];

    // Not by situation: a reason names the bound, and would tell somebody's situation with it.
    private static readonly FairnessDimension[] Dimensions = [FairnessDimension.Ward, FairnessDimension.Band, FairnessDimension.Language];

    private static readonly string[] OneToOneWords =
        [.. Enum.GetValues<OfferKind>().Where(kind => kind.IsOneToOne()).Select(Vocabulary<OfferKind>.Word)];

    private static readonly string[] DimensionWords = [.. Dimensions.Select(Vocabulary<FairnessDimension>.Word)];

    private static readonly (string Word, Constraint Constraint)[] SoftWords =
        [("gender", Constraint.Gender), ("time", Constraint.Time), ("language", Constraint.Language), ("home", Constraint.HomeFactor)];

    private const int WishesMax = 1_000_000;

    public static PolicyReading Read(string yaml)
    {
        var (root, notYaml) = YamlText.Read(yaml, "A policy");
        if (notYaml is not null)
        {
            return new PolicyReading.Refused(notYaml.Line, notYaml.Reason, "");
        }

        try
        {
            return new PolicyReading.Accepted(root is null ? MatchingPolicy.Default : ReadKeys(root));
        }
        catch (FaultException fault)
        {
            return fault.Refusal;
        }
    }

    public static string Write(MatchingPolicy policy)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"bandWhenEmpty: {policy.BandWhenEmpty}\n");
        text.Append(CultureInfo.InvariantCulture, $"defaultTravelKilometres: {policy.DefaultTravel.Kilometres}\n");
        text.Append(CultureInfo.InvariantCulture, $"holdDays: {policy.HoldDays}\n");
        var checks = policy.RequiredChecks.OrderBy(checks => checks.Mode)
            .Select(checks => $"{Vocabulary<ContactMode>.Word(checks.Mode)}: [{string.Join(", ", checks.Kinds)}]");
        text.Append(CultureInfo.InvariantCulture, $"requiredChecks: {{ {string.Join(", ", checks)} }}\n");
        var soft = SoftWords.Where(word => policy.Soft.Contains(word.Constraint)).Select(word => word.Word);
        text.Append(CultureInfo.InvariantCulture, $"soft: [{string.Join(", ", soft)}]\n");
        if (!policy.RequiredChecksOfKinds.IsEmpty)
        {
            var ofKinds = policy.RequiredChecksOfKinds.Select(
                checks => $"{Vocabulary<OfferKind>.Word(checks.Kind)}: [{string.Join(", ", checks.Checks)}]");
            text.Append(CultureInfo.InvariantCulture, $"requiredChecksOfKinds: {{ {string.Join(", ", ofKinds)} }}\n");
        }

        if (!policy.Pooling.IsEmpty)
        {
            var agreed = policy.Pooling.Select(
                consent => string.Create(CultureInfo.InvariantCulture, $"\"{consent.Organisation}\": {consent.AgreedOn:yyyy-MM-dd}"));
            text.Append(CultureInfo.InvariantCulture, $"pooling: {{ {string.Join(", ", agreed)} }}\n");
        }

        if (!policy.VisitedTogether.IsEmpty)
        {
            text.Append("visitedTogether: [").AppendJoin(", ", policy.VisitedTogether.Select(Quoted)).Append("]\n");
        }

        if (policy.RankedChoices is { } choices)
        {
            text.Append("rankedChoices:\n  residents: {").Append(Written(choices.Residents)).Append("}\n  offers: {")
                .Append(Written(choices.Offers)).Append("}\n");
        }

        return (policy.Bounds is { } bounds ? text.Append(Written(bounds)) : text).ToString();
    }

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Written(ImmutableArray<Ranking> rankings) => rankings.IsEmpty ? ""
        : $" {string.Join(", ", rankings.Select(
            ranking => $"\"{ranking.Who}\": [{string.Join(", ", ranking.Choices.Select(choice => $"\"{choice}\""))}]"))} ";

    private static string Written(RoundBounds bounds) =>
        $"bounds:\n  {Vocabulary<FairnessDimension>.Word(bounds.Dimension)}:\n"
        + string.Concat(bounds.Groups.Select(bound => string.Create(
            CultureInfo.InvariantCulture,
            $"    \"{bound.Group}\": {{ {(bound.AtLeast is { } least ? $"atLeast: {least}{(bound.AtMost is null ? "" : ", ")}" : "")}"
            + $"{(bound.AtMost is { } most ? $"atMost: {most}" : "")} }}\n")));

    private static MatchingPolicy ReadKeys(YamlNode root)
    {
        if (root is YamlScalarNode { Value: null or "" })
        {
            return MatchingPolicy.Default;
        }

        var policy = MatchingPolicy.Default;
        foreach (var (key, value) in Mapping(root, "A policy").Children)
        {
            policy = ((YamlScalarNode)key).Value switch
            {
                "bandWhenEmpty" => policy with { BandWhenEmpty = Whole(value, "bandWhenEmpty", 1, 4) },
                "defaultTravelKilometres" => policy with { DefaultTravel = Kilometres(value) },
                "holdDays" => policy with { HoldDays = Whole(value, "holdDays", 1, 365) },
                "requiredChecks" => policy with { RequiredChecks = Checks(value, policy.RequiredChecks) },
                "requiredChecksOfKinds" => policy with { RequiredChecksOfKinds = ChecksOfKinds(value) },
                "soft" => policy with { Soft = [.. Items(value, "soft").Select(Soft).Distinct().Order()] },
                "bounds" => policy with { Bounds = Bounds(value) },
                "rankedChoices" => policy with { RankedChoices = Choices(value) },
                "pooling" => policy with { Pooling = Pooling(value) },
                "visitedTogether" => policy with
                {
                    VisitedTogether =
                        [.. Items(value, "visitedTogether").Select(item => item.Value!).Distinct().Order(StringComparer.Ordinal)],
                },
                var other => throw new FaultException(key, $"Unknown key '{other}'.", Meant(other, Keys)),
            };
        }

        return policy;
    }

    private static ImmutableArray<ModeChecks> Checks(YamlNode node, ImmutableArray<ModeChecks> present)
    {
        foreach (var (key, value) in Mapping(node, "requiredChecks").Children)
        {
            var word = ((YamlScalarNode)key).Value ?? "";
            if (!Vocabulary<ContactMode>.TryParse(word, out var mode))
            {
                throw new FaultException(key, $"Unknown mode '{word}'.", Meant(word, Vocabulary<ContactMode>.Words));
            }

            var asked = new ModeChecks(mode, [.. Items(value, word).Select(item => item.Value!)]);
            present = [.. present.Where(checks => checks.Mode != mode), asked];
        }

        return [.. present.OrderBy(checks => checks.Mode)];
    }

    private static ImmutableArray<KindChecks> ChecksOfKinds(YamlNode node)
    {
        var found = ImmutableArray.CreateBuilder<KindChecks>();
        foreach (var (key, value) in Mapping(node, "requiredChecksOfKinds").Children)
        {
            var word = ((YamlScalarNode)key).Value ?? "";
            if (!Vocabulary<OfferKind>.TryParse(word, out var kind) || !kind.IsOneToOne())
            {
                throw new FaultException(key, $"'{word}' is no kind of one-to-one help.", Meant(word, OneToOneWords));
            }

            found.Add(new KindChecks(kind, [.. Items(value, word).Select(item => item.Value!)]));
        }

        return [.. found.OrderBy(checks => checks.Kind)];
    }

    private static ChoicePolicy Choices(YamlNode node)
    {
        var policy = ChoicePolicy.Default;
        foreach (var (key, value) in Mapping(node, "rankedChoices").Children)
        {
            policy = ((YamlScalarNode)key).Value switch
            {
                "residents" => policy with { Residents = Rankings(value, "residents") },
                "offers" => policy with { Offers = Rankings(value, "offers") },
                var other => throw new FaultException(key, $"Unknown key '{other}'.", Meant(other, ["residents", "offers"])),
            };
        }

        return policy;
    }

    private static ImmutableArray<Ranking> Rankings(YamlNode node, string side) =>
    [
        .. Mapping(node, side).Children
            .Select(ranking => new Ranking(
                Text(ranking.Key), [.. Items(ranking.Value, Text(ranking.Key)).Select(choice => choice.Value!)]))
            .OrderBy(ranking => ranking.Who, StringComparer.Ordinal),
    ];

    private static ImmutableArray<PoolingConsent> Pooling(YamlNode node) =>
    [
        .. Mapping(node, "pooling").Children
            .Select(agreed => new PoolingConsent(
                OrganisationId.Of(Text(agreed.Key)),
                DateOnly.TryParseExact(Text(agreed.Value), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    ? day
                    : throw new FaultException(
                        agreed.Value, $"'{Text(agreed.Value)}' is no day on which {Text(agreed.Key)} agreed.", "Write it as 2026-11-01.")))
            .OrderBy(consent => consent.Organisation),
    ];

    private static RoundBounds? Bounds(YamlNode node)
    {
        var dimensions = Mapping(node, "bounds").Children;
        if (dimensions.Count > 1)
        {
            throw new FaultException(
                node, "Bounds are of one sort, for a person in two bound groups would count in both.", "Keep wards, bands or languages.");
        }

        foreach (var (key, value) in dimensions)
        {
            var word = ((YamlScalarNode)key).Value ?? "";
            if (!DimensionWords.Contains(word))
            {
                throw new FaultException(key, $"'{word}' cannot be bound.", Meant(word, DimensionWords));
            }

            GroupBound[] groups = [.. Mapping(value, word).Children.Select(group => Bound((YamlScalarNode)group.Key, group.Value))];
            return groups.Length is > 0 and <= BoundPrices.BoundsMax
                ? new RoundBounds(
                    Dimensions[Array.IndexOf(DimensionWords, word)], [.. groups.OrderBy(bound => bound.Group, StringComparer.Ordinal)])
                : throw new FaultException(value, $"{groups.Length} groups are bound; name 1 to {BoundPrices.BoundsMax}.", "");
        }

        return null;
    }

    private static GroupBound Bound(YamlScalarNode group, YamlNode node)
    {
        var bound = new GroupBound(group.Value ?? "", null, null);
        foreach (var (key, value) in Mapping(node, bound.Group).Children)
        {
            bound = ((YamlScalarNode)key).Value switch
            {
                "atLeast" => bound with { AtLeast = Whole(value, "atLeast", 0, WishesMax) },
                "atMost" => bound with { AtMost = Whole(value, "atMost", 0, WishesMax) },
                var other => throw new FaultException(key, $"Unknown key '{other}'.", Meant(other, ["atLeast", "atMost"])),
            };
        }

        return bound switch
        {
            { AtLeast: null, AtMost: null } =>
                throw new FaultException(node, $"'{bound.Group}' is bound by nothing.", "Name atLeast or atMost."),
            { AtLeast: { } least, AtMost: { } most } when least > most => throw new FaultException(
                node, $"'{bound.Group}' is guaranteed {least} and allowed only {most}: {least - most} too many.", ""),
            _ => bound,
        };
    }

    private static Constraint Soft(YamlScalarNode node)
    {
        var found = SoftWords.FirstOrDefault(word => word.Word == node.Value);
        return found.Word is not null
            ? found.Constraint
            : throw new FaultException(
                node, $"'{node.Value}' cannot be soft.", Meant(node.Value, [.. SoftWords.Select(word => word.Word)]));
    }

    private static Metres Kilometres(YamlNode node) =>
        double.TryParse(Text(node), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= 500
            ? Metres.FromKilometres(value)
            : throw new FaultException(node, $"defaultTravelKilometres is a number from 0 to 500, not '{Text(node)}'.", "");

    private static int Whole(YamlNode node, string key, int least, int most) =>
        int.TryParse(Text(node), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new FaultException(node, $"{key} is a whole number from {least} to {most}, not '{Text(node)}'.", "");

    private static YamlMappingNode Mapping(YamlNode node, string what)
    {
        var mapping = node as YamlMappingNode ?? throw new FaultException(node, $"{what} is written as keys with values.", "");
        var odd = mapping.Children.Keys.FirstOrDefault(key => key is not YamlScalarNode);
        return odd is null ? mapping : throw new FaultException(odd, "A key is one word.", "");
    }

    private static IEnumerable<YamlScalarNode> Items(YamlNode node, string key)
    {
        var list = node as YamlSequenceNode ?? throw new FaultException(node, $"{key} is a list, such as [a, b].", "");
        return list.Children.Select(item => item as YamlScalarNode is { Value: not (null or "") } word
            ? word
            : throw new FaultException(item, $"Every entry of {key} is one word.", ""));
    }

    private static string Text(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";

    private static string Meant(string? word, IReadOnlyList<string> known) =>
        $"Did you mean {known.MinBy(candidate => EditDistance.Between((word ?? "").ToLowerInvariant(), candidate.ToLowerInvariant()))}?";

    private sealed class FaultException(YamlNode node, string reason, string suggestion) : Exception(reason)
    {
        public PolicyReading.Refused Refusal { get; } = new((int)node.Start.Line, reason, suggestion);
    }
}
