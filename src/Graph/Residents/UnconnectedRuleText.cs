using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Networks.Domain.Measures;

namespace Networks.Graph.Residents;

/// <summary>The written form of a rule, and the ranges it must keep to.</summary>
internal static class UnconnectedRuleText
{
    private const string Words = "no-ties, no-contact:N, component:N, no-group-within:N, isolation:N";

    public static string? Fault(UnconnectedRule rule) =>
        Ranges.OutOf("noContactSinceDays", rule.NoContactSinceDays, 1, UnconnectedRule.DaysMax)
        ?? Ranges.OutOf("componentAtMost", rule.ComponentAtMost, 1, UnconnectedRule.ComponentMax)
        ?? Ranges.OutOf("noGroupWithinHops", rule.NoGroupWithinHops, 0, UnconnectedRule.HopsMax)
        ?? Ranges.OutOf("isolationAtLeast", rule.IsolationAtLeast, 0, UnconnectedRule.IsolationMax)
        ?? Ranges.Empty("counting", rule.Counting)
        ?? Ranges.Empty("tieKinds", rule.TieKinds)
        ?? Ranges.Empty("basis", rule.Basis);

    public static string Write(UnconnectedRule rule)
    {
        var text = new StringBuilder();
        string[] criteria =
        [
            rule.NoTies ? "no-ties" : "",
            Numbered("no-contact", rule.NoContactSinceDays),
            Numbered("component", rule.ComponentAtMost),
            Numbered("no-group-within", rule.NoGroupWithinHops),
            Numbered("isolation", rule.IsolationAtLeast),
        ];
        text.AppendJoin(rule.Combine == Combine.All ? '+' : ',', criteria.Where(criterion => criterion != ""));
        Option(text, "--counting", rule.Counting);
        Option(text, "--tie-kinds", rule.TieKinds);
        text.Append(rule.CountStatedFrequency ? " --count-stated-frequency" : "")
            .Append(rule.OnlyIfConnected ? " --only-if-connected" : "");
        Option(text, "--basis", rule.Basis);
        return text.ToString();
    }

    public static UnconnectedRuleReading Parse(string words)
    {
        if (words.Contains(',') && words.Contains('+'))
        {
            return Refused("A rule joins its criteria with ',' (any of them) or with '+' (all of them), never with both.");
        }

        var rule = new UnconnectedRule { Combine = words.Contains('+') ? Combine.All : Combine.Any };
        foreach (var word in words.Split([',', '+']))
        {
            var reading = With(rule, word.Trim());
            if (reading.Rule is null)
            {
                return reading;
            }

            rule = reading.Rule;
        }

        return rule.Fault() is { } fault ? Refused(fault) : new UnconnectedRuleReading(rule, null);
    }

    private static UnconnectedRuleReading With(UnconnectedRule rule, string word)
    {
        if (word == "no-ties")
        {
            return new UnconnectedRuleReading(rule with { NoTies = true }, null);
        }

        var colon = word.IndexOf(':');
        var name = colon < 0 ? word : word[..colon];
        if (name is not ("no-contact" or "component" or "no-group-within" or "isolation"))
        {
            return Refused($"'{word}' is no criterion. Known are {Words}.");
        }

        if (colon < 0 || !int.TryParse(word.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return Refused($"'{word}' needs a whole number after a colon, such as {name}:{(name == "no-contact" ? 90 : 3)}.");
        }

        return new UnconnectedRuleReading(
            name switch
            {
                "no-contact" => rule with { NoContactSinceDays = number },
                "component" => rule with { ComponentAtMost = number },
                "no-group-within" => rule with { NoGroupWithinHops = number },
                _ => rule with { IsolationAtLeast = number },
            },
            null);
    }

    private static UnconnectedRuleReading Refused(string fault) => new(null, fault);

    private static string Numbered(string name, int? number) =>
        number is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{name}:{number}");

    // A list that names every value says nothing, so it is left out: equal rules have equal texts.
    private static void Option<T>(StringBuilder text, string name, ImmutableArray<T>? values)
        where T : struct, Enum
    {
        if (values is { } given && given.Distinct().Count() is var count && count < Vocabulary<T>.Words.Count)
        {
            text.Append(' ').Append(name).Append(' ').AppendJoin(',', given.Distinct().Order().Select(Vocabulary<T>.Word));
        }
    }
}
