using HotChocolate.Language;
using HotChocolate.Model;

namespace HotChocolate.Validation;

/// <summary>
/// 5.3.2, field selections merging. Instead of comparing every pair of fields, the document is merged once by response name:
/// fields that answer one place must have one shape, and those that can answer for the same object must be the same field.
/// A set of fields already seen is not looked at again, so fragments that multiply cost no more than they are long.
/// </summary>
internal sealed class OverlapRule(ValidationContext context)
{
    /// <summary>Fields looked at in all sets together.</summary>
    private const int WorkMax = 200_000;

    private readonly HashSet<string> _shapesSeen = [];
    private readonly HashSet<string> _fieldsSeen = [];
    private readonly HashSet<(int, int)> _reported = [];
    private int _work;

    public void Run()
    {
        foreach (var operation in context.Document.Definitions.OfType<OperationDefinitionNode>())
        {
            var set = Collect([operation.SelectionSet]);
            CheckFields(set);
            CheckShapes(set);
        }

        if (_work > WorkMax)
        {
            context.Report(
                "sec-Field-Selection-Merging",
                "The document selects the same places in too many ways: "
                    + $"checking whether its fields can be merged took more than {WorkMax} steps.",
                context.Document);
        }
    }

    private List<FieldNode> Collect(List<SelectionSetNode> sets)
    {
        var fields = new List<FieldNode>();
        var fragments = default(HashSet<string>);
        foreach (var set in sets)
        {
            Collect(set, fields, ref fragments);
        }

        return fields;
    }

    private void Collect(SelectionSetNode set, List<FieldNode> fields, ref HashSet<string>? seen)
    {
        _work++;
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    fields.Add(field);
                    break;
                case InlineFragmentNode inline:
                    Collect(inline.SelectionSet, fields, ref seen);
                    break;
                case FragmentSpreadNode spread when (seen ??= []).Add(spread.Name)
                    && context.Fragments.TryGetValue(spread.Name, out var fragment):
                    Collect(fragment.SelectionSet, fields, ref seen);
                    break;
            }
        }
    }

    private bool Enter(List<FieldNode> fields, HashSet<string> seen)
    {
        _work += fields.Count;
        return fields.Count > 0
            && _work <= WorkMax
            && !context.IsFull
            && seen.Add(string.Create(fields.Count, fields, static (key, list) =>
            {
                for (var i = 0; i < key.Length; i++)
                {
                    key[i] = (char)list[i].Index;
                }
            }));
    }

    private static List<SelectionSetNode> Inner(List<FieldNode> fields)
    {
        var sets = new List<SelectionSetNode>(fields.Count);
        foreach (var field in fields)
        {
            if (field.SelectionSet is not null)
            {
                sets.Add(field.SelectionSet);
            }
        }

        return sets;
    }

    private static IEnumerable<List<FieldNode>> ByResponseName(List<FieldNode> fields)
    {
        var groups = new Dictionary<string, List<FieldNode>>(fields.Count);
        foreach (var field in fields)
        {
            if (!groups.TryGetValue(field.ResponseName, out var group))
            {
                groups.Add(field.ResponseName, group = []);
            }

            group.Add(field);
        }

        return groups.Values;
    }

    private void CheckShapes(List<FieldNode> fields)
    {
        if (!Enter(fields, _shapesSeen))
        {
            return;
        }

        foreach (var group in ByResponseName(fields))
        {
            var known = group.FindAll(field => context.Sites[field.Index].Definition is not null);
            foreach (var field in known)
            {
                var (left, right) = (TypeOf(known[0]), TypeOf(field));
                if (!SameShape(left, right))
                {
                    Conflict(known[0], field, $"they return conflicting types \"{left}\" and \"{right}\"");
                }
            }

            CheckShapes(Collect(Inner(group)));
        }
    }

    private SchemaType TypeOf(FieldNode field) => context.Sites[field.Index].Definition!.Type;

    private static bool SameShape(SchemaType left, SchemaType right) => (left, right) switch
    {
        (NonNullType a, NonNullType b) => SameShape(a.Inner, b.Inner),
        (NonNullType, _) or (_, NonNullType) => false,
        (ListType a, ListType b) => SameShape(a.Element, b.Element),
        (ListType, _) or (_, ListType) => false,
        (ScalarModel or EnumModel, _) or (_, ScalarModel or EnumModel) => ReferenceEquals(left, right),
        _ => true
    };

    private void CheckFields(List<FieldNode> fields)
    {
        if (!Enter(fields, _fieldsSeen))
        {
            return;
        }

        foreach (var group in ByResponseName(fields))
        {
            foreach (var together in SameObject(group))
            {
                foreach (var field in together)
                {
                    CheckSame(together[0], field);
                }

                CheckFields(Collect(Inner(together)));
            }
        }
    }

    /// <summary>Fields that can answer for one object: those on an abstract type with those of each object type.</summary>
    private IEnumerable<List<FieldNode>> SameObject(List<FieldNode> group)
    {
        var onObjects = group
            .Where(field => context.Sites[field.Index].Parent is ObjectModel)
            .ToLookup(field => context.Sites[field.Index].Parent);
        if (onObjects.Count == 0 || (onObjects.Count == 1 && onObjects.First().Count() == group.Count))
        {
            return [group];
        }

        var others = group.Where(field => context.Sites[field.Index].Parent is not ObjectModel).ToList();
        return onObjects.Select(own => others.Concat(own).ToList());
    }

    private void CheckSame(FieldNode left, FieldNode right)
    {
        if (ReferenceEquals(left, right))
        {
            return;
        }

        if (left.Name != right.Name)
        {
            Conflict(left, right, $"\"{left.Name}\" and \"{right.Name}\" are different fields");
        }
        else if (!SameArguments(left.Arguments, right.Arguments))
        {
            Conflict(left, right, "they have differing arguments");
        }
    }

    private static bool SameArguments(IReadOnlyList<ArgumentNode> left, IReadOnlyList<ArgumentNode> right)
        => left.Count == right.Count
            && left.All(argument => right.FirstOrDefault(other => other.Name == argument.Name) is { } same
                && SameValue(argument.Value, same.Value));

    private static bool SameValue(ValueNode left, ValueNode right) => (left, right) switch
    {
        (ListValueNode a, ListValueNode b) => a.Items.Count == b.Items.Count
            && a.Items.Zip(b.Items).All(pair => SameValue(pair.First, pair.Second)),
        (ObjectValueNode a, ObjectValueNode b) => a.Fields.Count == b.Fields.Count
            && a.Fields.All(field => b.Fields.FirstOrDefault(other => other.Name == field.Name) is { } same
                && SameValue(field.Value, same.Value)),
        _ => left.GetType() == right.GetType() && SyntaxPrinter.Print(left) == SyntaxPrinter.Print(right)
    };

    private void Conflict(FieldNode left, FieldNode right, string reason)
    {
        if (_reported.Add((left.Index, right.Index)))
        {
            context.Report(
                "sec-Field-Selection-Merging",
                $"Fields \"{left.ResponseName}\" conflict because {reason}. "
                    + "Use different aliases on the fields to fetch both if this was intentional.",
                left,
                right);
        }
    }
}
