using HotChocolate.Language;
using HotChocolate.Model;

namespace HotChocolate.Validation;

/// <summary>5.5.1 fragment declarations, and of 5.5.2 that spreads form no cycle.</summary>
internal sealed class FragmentRules
{
    /// <summary>Levels of selection sets when all fragments are unfolded.</summary>
    private const int UnfoldedDepthMax = 400;

    private readonly ValidationContext _context;
    private readonly Dictionary<string, int> _depths = [];
    private readonly List<FragmentSpreadNode> _path = [];
    private readonly HashSet<string> _open = [];
    private bool _sound = true;

    private FragmentRules(ValidationContext context) => _context = context;

    /// <summary>Checks the fragments; true when unfolding all of them ends, and within the depth allowed.</summary>
    public static bool Run(ValidationContext context)
    {
        var rules = new FragmentRules(context);
        rules.CheckNames();
        rules.CheckConditions();
        foreach (var definition in context.Document.Definitions)
        {
            _ = definition switch
            {
                OperationDefinitionNode operation => rules.Depth(operation.SelectionSet, 0),
                FragmentDefinitionNode fragment => rules.Depth(fragment, 0),
                _ => 0
            };
        }

        rules.CheckUsed();
        return rules._sound;
    }

    private void CheckNames()
    {
        foreach (var group in _context.Document.Definitions.OfType<FragmentDefinitionNode>().GroupBy(fragment => fragment.Name))
        {
            if (group.Skip(1).FirstOrDefault() is { } second)
            {
                _context.Report(
                    "sec-Fragment-Name-Uniqueness",
                    $"There can be only one fragment named \"{group.Key}\".",
                    group.First(),
                    second);
            }
        }
    }

    private void CheckConditions()
    {
        foreach (var fragment in _context.Document.Definitions.OfType<FragmentDefinitionNode>())
        {
            CheckCondition(_context, fragment.TypeCondition, $"Fragment \"{fragment.Name}\"");
        }
    }

    public static NamedModel? CheckCondition(ValidationContext context, NamedTypeNode condition, string subject)
    {
        if (!context.Schema.Types.TryGetValue(condition.Name, out var type))
        {
            context.Report("sec-Fragment-Spread-Type-Existence", $"Unknown type \"{condition.Name}\".", condition);
            return null;
        }

        if (type is ComplexModel or UnionModel)
        {
            return type;
        }

        context.Report(
            "sec-Fragments-On-Composite-Types",
            $"{subject} cannot condition on non composite type \"{condition.Name}\".",
            condition);
        return null;
    }

    private int Depth(FragmentDefinitionNode fragment, int level)
    {
        if (_depths.TryGetValue(fragment.Name, out var known))
        {
            return known;
        }

        _open.Add(fragment.Name);
        var depth = Depth(fragment.SelectionSet, level);
        _open.Remove(fragment.Name);
        return _depths[fragment.Name] = depth;
    }

    private int Depth(SelectionSetNode set, int level)
    {
        var deepest = 0;
        foreach (var selection in set.Selections)
        {
            if (level > UnfoldedDepthMax)
            {
                return TooDeep(selection);
            }

            var depth = selection switch
            {
                FieldNode { SelectionSet: { } inner } => Depth(inner, level + 1),
                InlineFragmentNode inline => Depth(inline.SelectionSet, level + 1),
                FragmentSpreadNode spread => Depth(spread, level + 1),
                _ => 0
            };
            deepest = Math.Max(deepest, depth + 1);
            if (level + deepest > UnfoldedDepthMax && _sound)
            {
                return TooDeep(selection);
            }
        }

        return deepest;
    }

    private int Depth(FragmentSpreadNode spread, int level)
    {
        if (!_context.Fragments.TryGetValue(spread.Name, out var fragment))
        {
            return 0;
        }

        if (_open.Contains(spread.Name))
        {
            ReportCycle(spread);
            return 0;
        }

        _path.Add(spread);
        var depth = Depth(fragment, level);
        _path.RemoveAt(_path.Count - 1);
        return depth;
    }

    private int TooDeep(SelectionNode selection)
    {
        if (_sound)
        {
            _sound = false;
            _context.Report(
                "sec-Fragment-spreads-must-not-form-cycles",
                $"Selections nest deeper than {UnfoldedDepthMax} levels once their fragments are unfolded.",
                selection);
        }

        return 0;
    }

    private void ReportCycle(FragmentSpreadNode spread)
    {
        _sound = false;
        var start = _path.FindLastIndex(entry => entry.Name == spread.Name) + 1;
        var via = _path.Skip(start).Select(entry => $"\"{entry.Name}\"").Distinct().Take(5).ToArray();
        var suffix = via.Length == 0 ? "" : $" via {string.Join(", ", via)}";
        _context.Report(
            "sec-Fragment-spreads-must-not-form-cycles",
            $"Cannot spread fragment \"{spread.Name}\" within itself{suffix}.",
            spread);
    }

    private void CheckUsed()
    {
        var used = new HashSet<string>();
        var definitions = _context.Document.Definitions;
        var open = new Stack<SelectionSetNode>(definitions.OfType<OperationDefinitionNode>().Select(operation => operation.SelectionSet));
        while (open.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                switch (selection)
                {
                    case FieldNode { SelectionSet: { } inner }:
                        open.Push(inner);
                        break;
                    case InlineFragmentNode inline:
                        open.Push(inline.SelectionSet);
                        break;
                    case FragmentSpreadNode spread when used.Add(spread.Name)
                        && _context.Fragments.TryGetValue(spread.Name, out var fragment):
                        open.Push(fragment.SelectionSet);
                        break;
                }
            }
        }

        foreach (var fragment in definitions.OfType<FragmentDefinitionNode>().Where(fragment => !used.Contains(fragment.Name)))
        {
            _context.Report("sec-Fragments-Must-Be-Used", $"Fragment \"{fragment.Name}\" is never used.", fragment);
        }
    }
}
