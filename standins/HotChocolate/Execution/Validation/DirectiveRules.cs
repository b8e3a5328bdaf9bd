using HotChocolate.Language;

namespace HotChocolate.Validation;

/// <summary>5.7: directives are known, stand where they may, once unless repeatable, with proper arguments.</summary>
internal sealed class DirectiveRules(ValidationContext context, ValueRules values)
{
    public void Check(IReadOnlyList<DirectiveNode> directives, string place)
    {
        for (var i = 0; i < directives.Count; i++)
        {
            var directive = directives[i];
            if (!context.Schema.Directives.TryGetValue(directive.Name, out var definition))
            {
                context.Report("sec-Directives-Are-Defined", $"Unknown directive \"@{directive.Name}\".", directive);
                values.CheckUnknown(directive.Arguments);
                continue;
            }

            if (!definition.Locations.Contains(place))
            {
                context.Report(
                    "sec-Directives-Are-In-Valid-Locations",
                    $"Directive \"@{directive.Name}\" may not be used on {place}.",
                    directive);
            }

            if (!definition.IsRepeatable && directives.Take(i).Any(earlier => earlier.Name == directive.Name))
            {
                context.Report(
                    "sec-Directives-Are-Unique-Per-Location",
                    $"The directive \"@{directive.Name}\" can only be used once at this location.",
                    directive);
            }

            values.CheckArguments(directive, directive.Arguments, definition.Arguments, ("Directive", directive.Name, directive.Name));
        }
    }
}
