using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Networks.Grains.Wards;

namespace Networks.Grains.Tests;

/// <summary>
/// Rows outlive releases: a row stored today must be read tomorrow, by every reader. <c>Golden/</c> holds one stored sample of each state;
/// if a test here fails, either restore the shape, or raise the schema number, read both shapes, and add a sample of the new one.
/// </summary>
public sealed class StateShapeTests
{
    private static readonly JsonSerializerOptions Indented = new(StateJson.Options) { WriteIndented = true };

    private const string Erased = "resident-erased";
    private const string Forgotten = "resident-forgotten";

    public static TheoryData<string> Names => [.. Samples.Keys];

    private static Dictionary<string, object> Samples { get; } = new()
    {
        [StateNames.Resident] = StateSamples.ResidentState,
        [StateNames.Volunteer] = StateSamples.VolunteerState,
        [StateNames.Group] = StateSamples.GroupState,
        [StateNames.ContactCard] = StateSamples.ContactCardState,
        [Erased] = StateSamples.ErasedState,
        [Forgotten] = StateSamples.ForgottenState,
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_state_is_stored_as_its_approved_sample(string name)
    {
        var golden = File.ReadAllText(Golden(name)).TrimEnd();
        Assert.Equal(golden, JsonSerializer.Serialize(Samples[name], Samples[name].GetType(), Indented).ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stored_sample_is_read_back_whole(string name)
    {
        var golden = File.ReadAllText(Golden(name)).TrimEnd();
        var read = JsonSerializer.Deserialize(golden, Samples[name].GetType(), Indented)!;
        Assert.Equal(golden, JsonSerializer.Serialize(read, read.GetType(), Indented).ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(StateNames.Resident)]
    [InlineData(StateNames.Volunteer)]
    [InlineData(StateNames.Group)]
    public void A_row_of_before_days_of_recording_were_kept_is_read_as_it_stands(string name)
    {
        var golden = File.ReadAllText(Golden($"../GoldenBefore/{name}")).TrimEnd();
        var read = JsonSerializer.Deserialize(golden, Samples[name].GetType(), Indented)!;
        Assert.Equal(golden, JsonSerializer.Serialize(read, read.GetType(), Indented).ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_leaves_no_member_out(string name) => 
        Assert.Empty(Unset(Samples[name]).Except(Samples.Values.SelectMany(Set)));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_row_begins_with_what_the_store_looks_for(string name)
    {
        using var row = JsonDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(Samples[name], Samples[name].GetType(), StateJson.Options));
        string[] first = name switch
        {
            StateNames.ContactCard => ["schema", "id"],
            Erased => ["schema", "id", "ward"],
            Forgotten => ["schema", "id", "ward", "answers", "erasedOn"], // and not a word more
            _ => ["schema", "id", "ward", name],
        };
        Assert.Equal(first, row.RootElement.EnumerateObject().Select(member => member.Name).Take(first.Length));
    }

    private static string Golden(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Golden", name + ".json");

    private static IEnumerable<string> Unset(object value) => Members(value).Where(member => !member.IsSet).Select(member => member.Name);

    private static IEnumerable<string> Set(object value) => Members(value).Where(member => member.IsSet).Select(member => member.Name);

    // A member counts as set if any sample of its type sets it: a tie to a resident and a tie to an alter together set all.
    private static IEnumerable<(string Name, bool IsSet)> Members(object value)
    {
        if (value is IEnumerable many and not string)
        {
            return many.Cast<object>().SelectMany(Members);
        }

        var type = value.GetType();
        if (type.Namespace?.StartsWith("Networks.", StringComparison.Ordinal) != true || type.IsEnum)
        {
            return [];
        }

        return from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
               where property.SetMethod is not null && property.GetIndexParameters().Length == 0
               let member = property.GetValue(value)
               from found in new[] { ($"{type.Name}.{property.Name}", member is not null && member is not ICollection { Count: 0 }) }
                   .Concat(member is null ? [] : Members(member))
               select found;
    }
}
