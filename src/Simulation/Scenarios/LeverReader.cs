using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Domain.Volunteers;
using Networks.Simulation.Scenarios.Inputs;
using Networks.Simulation.Scenarios.Levers;
using YamlDotNet.RepresentationModel;
using static System.FormattableString;
using static Networks.Simulation.Scenarios.WrittenValues;

namespace Networks.Simulation.Scenarios;

/// <summary>The levers of one arm.</summary>
internal static class LeverReader
{
    private const int CountMax = 100_000;

    private static readonly (string Word, Func<YamlKeys, Lever> Read)[] Levers =
    [
        ("recruit", Recruit),
        ("volunteerLeaves", keys => new VolunteerLeaves(keys.RequiredWord("volunteer", "who leaves"), Ends(keys))),
        ("grantEnds", keys => new GrantEnds(keys.RequiredWord("fundedBy", "the fund that ends"), Ends(keys))),
        ("openGroup", OpenGroup),
        ("closeGroup", keys => new CloseGroup(keys.RequiredWord("group", "which group closes"))),
        ("openHub", OpenHub),
        ("inductionBatch", keys => new InductionBatch(keys.Whole("size", 1, CountMax), keys.DaysOrMore("every"))),
        ("travelLimit", keys => new TravelLimit(keys.Kilometres("kilometres") ?? Missing<Metres>(keys, "kilometres", "how far"))),
        ("seats", Seats),
        ("fixedLength", keys => new FixedLength(keys.DaysOrMore("length") ?? Missing<Days>(keys, "length", "such as 6 months"))),
        ("roundEvery", keys => new RoundEvery(keys.DaysOrMore("every") ?? Missing<Days>(keys, "every", "such as 1 week"))),
        ("priorityRule", keys => new PriorityRule(keys.Word("rule", PriorityOrder.Bands))),
        ("quota", Quota),
        ("referralGrowth", keys => new ReferralGrowth(
            keys.Number("by", InputUnit.Growth) ?? Missing<NumberInput>(keys, "by", "such as 10% or -10%", NumberInput.Of(0)),
            keys.Word("ward"))),
    ];

    public static ImmutableArray<Lever> Read(YamlNode node, string path, List<ScenarioFault> faults)
    {
        if (node is YamlScalarNode { Value: "" or null })
        {
            return [];
        }

        if (node is YamlSequenceNode list)
        {
            return [.. list.Children.Select((item, at) => One(new YamlKeys(item, Invariant($"{path}[{at}]"), faults))).OfType<Lever>()];
        }

        faults.Add(new ScenarioFault(
            PlaceOf(node, path), "An arm is a list of levers, such as - { lever: closeGroup, group: G1, on: 2027-01-04 }.", ""));
        return [];
    }

    private static Lever? One(YamlKeys keys)
    {
        string[] words = [.. Levers.Select(lever => lever.Word)];
        var word = keys.Required("lever", "one of " + string.Join(", ", words));
        if (Levers.FirstOrDefault(known => known.Word == word).Read is not { } read)
        {
            if (word != "")
            {
                keys.Refuse(keys.Place("lever"), $"There is no lever '{word}'.", Meant(word, words));
            }

            return null;
        }

        var lever = read(keys);
        var day = keys.Date("on");
        var from = keys.Date("from");
        if (day is not null && from is not null)
        {
            keys.Refuse(keys.Place("from"), "'on' and 'from' name the same day twice.", "Leave one of them out.");
        }
        else if (day is null && from is null && !keys.HasFault("on", "from"))
        {
            keys.Refuse(keys.At, "'on' is missing: the day the lever is pulled.");
        }

        keys.RefuseOthers();
        return lever with { Place = keys.At, On = day ?? from ?? default };
    }

    private static Recruit Recruit(YamlKeys keys) => new()
    {
        Count = keys.Whole("count", 0, CountMax) ?? Missing<int>(keys, "count", "how many"),
        Counting = keys.Word("counting", Counting.Active),
        Role = keys.Word("role") is { } role ? keys.Listed<VolunteerRole>("role", role) ?? default : VolunteerRole.Befriender,
        Ward = keys.RequiredWord("ward", "where they live"),
        CostEach = keys.Pounds("costEach") ?? 0,
        Profile = Profile(keys.Keys("profile")),
    };

    private static RecruitProfile Profile(YamlKeys? keys)
    {
        var usual = new RecruitProfile();
        if (keys is null)
        {
            return usual;
        }

        ImmutableArray<ContactMode> modes =
            [.. keys.Words("modes").Select(word => keys.Listed<ContactMode>("mode", word)).OfType<ContactMode>()];
        ImmutableArray<string> languages = [.. keys.Words("languages").Select(word => word.Word)];
        var profile = new RecruitProfile
        {
            Capacity = keys.Whole("capacity", 1, 100) ?? usual.Capacity,
            Modes = modes.IsEmpty ? usual.Modes : modes,
            Languages = languages.IsEmpty ? usual.Languages : languages,
            Travel = keys.Kilometres("travelKilometres"),
            Available = Times(keys, "available"),
        };
        keys.RefuseOthers();
        return profile;
    }

    // "measured" is as on record, which is what is done when nothing is said.
    private static TimeSlots? Times(YamlKeys keys, string key)
    {
        var words = keys.Words(key);
        if (words.IsEmpty || words is [{ Word: "measured" }])
        {
            return null;
        }

        var slots = new TimeSlots(0);
        foreach (var word in words)
        {
            if (TimeSlots.TryParse(word.Word, out var one))
            {
                slots = slots.With(one);
            }
            else
            {
                keys.Refuse(word.At, $"'{word.Word}' is no time of the week.", Meant(word.Word, [.. TimeSlots.Words]));
            }
        }

        return slots;
    }

    private static OpenGroup OpenGroup(YamlKeys keys) => new()
    {
        Ward = keys.RequiredWord("ward", "where it opens"),
        Kind = keys.Word("kind") is { } kind ? keys.Listed<OfferKind>("kind", kind) ?? OfferKind.Other : OfferKind.Other,
        Places = keys.Whole("places", 0, CountMax) ?? Missing<int>(keys, "places", "how many places it has"),
        Count = keys.Whole("count", 0, CountMax) ?? 1,
        Interests = [.. keys.Words("interests").Select(word => word.Word)],
        Meets = Times(keys, "meets"),
        StepFree = keys.Flag("stepFree") ?? true,
        CostEach = keys.Pounds("costEach") ?? 0,
    };

    private static OpenHub OpenHub(YamlKeys keys)
    {
        ImmutableArray<OfferKind> kinds =
            [.. keys.Words("kinds").Select(word => keys.Listed<OfferKind>("kind", word)).OfType<OfferKind>()];
        return new OpenHub
        {
            Ward = keys.RequiredWord("ward", "where it opens"),
            Groups = keys.Whole("groups", 0, CountMax) ?? Missing<int>(keys, "groups", "how many groups meet there"),
            Kinds = kinds.IsEmpty ? [OfferKind.Hub] : kinds,
            PlacesEach = keys.Whole("placesEach", 0, CountMax) ?? Missing<int>(keys, "placesEach", "how many places each has"),
            Cost = keys.Pounds("cost") ?? 0,
        };
    }

    private static Seats Seats(YamlKeys keys) => new(
        keys.Whole("more", 0, CountMax) ?? Missing<int>(keys, "more", "how many more seats"), keys.Word("group"),
        keys.Pounds("costEach") ?? 0);

    private static Quota Quota(YamlKeys keys)
    {
        var quota = new Quota(
            keys.Word("ward"), keys.Whole("band", PriorityBand.Most, PriorityBand.Least),
            keys.Share("atLeast") ?? Missing<double>(keys, "atLeast", "the share of each round's places, such as 20%"));
        if (quota.Ward is null == quota.Band is null && !keys.HasFault("ward", "band"))
        {
            keys.Refuse(keys.At, "A quota is for a ward or for a band.", "Name one of them.");
        }

        return quota;
    }

    private static EndedMatches Ends(YamlKeys keys) => keys.Word("matches", EndedMatches.End);

    private static T Missing<T>(YamlKeys keys, string key, string what, T instead = default!)
    {
        if (!keys.HasFault(key))
        {
            keys.Refuse(keys.At, $"'{key}' is missing: {what}.");
        }

        return instead;
    }
}
