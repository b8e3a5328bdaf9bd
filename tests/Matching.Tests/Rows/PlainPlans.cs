using System.Security.Cryptography;
using System.Text;

namespace Networks.Matching.Tests.Rows;

/// <summary>The best plan of a few rows by trying every plan there is: the definition, with nothing clever and nothing shared.</summary>
internal sealed class PlainPlans
{
    private readonly Town town;
    private readonly Wish[] wishes;
    private readonly Dictionary<string, int> places = [];
    private readonly Dictionary<string, int> seats = [];
    private readonly string?[] chosen;
    private Plan? best;

    private PlainPlans(Town town)
    {
        this.town = town;
        wishes = [.. Ordered(town)];
        chosen = new string?[wishes.Length];
        foreach (var offer in town.Volunteers)
        {
            places[offer["id"]] = int.Parse(offer["capacity"]);
        }

        foreach (var group in town.Groups)
        {
            places[group["id"]] = group["places"] == "" ? 1000 : int.Parse(group["places"]);
            seats[group["id"]] = group["transport_seats"] == "" ? 1000 : int.Parse(group["transport_seats"]);
        }
    }

    /// <summary>One thing one person waits for, and the offers it can have with their fit.</summary>
    internal sealed record Wish(Row Her, bool Group, Dictionary<string, int> Options);

    /// <summary>Whom a plan helps, in the order of help; its fit; and its list of (reference, one-to-one before group, offer).</summary>
    internal sealed record Plan(bool[] Helped, int Fit, (string Resident, bool Group, string Offer)[] Pairs);

    /// <summary>Null where no plan holds every pin.</summary>
    public static Plan? Best(Town town)
    {
        var search = new PlainPlans(town);
        if (town.Pins.All(pin => search.wishes.Any(wish => pin.StartsWith(wish.Her["id"] + " ", StringComparison.Ordinal)
            && wish.Options.ContainsKey(pin.Split(' ')[1]))))
        {
            search.Try(0, 0);
        }

        return search.best;
    }

    // Band (empty = 4), waiting since (empty = last), the lottery's number, the reference as bytes; one to one before a group.
    private static IEnumerable<Wish> Ordered(Town town)
    {
        var rules = new PlainRules(town);
        var lines = town.Residents.Select(her => her["id"]).Order(StringComparer.Ordinal).Prepend("2026-11-22");
        var seed = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
        return town.Residents
            .OrderBy(her => her.Number("priority_band") ?? 4)
            .ThenBy(her => her["waiting_since"] == "" ? "9999" : her["waiting_since"], StringComparer.Ordinal)
            .ThenBy(her => Draw(seed, her), StringComparer.Ordinal)
            .ThenBy(her => her["id"], StringComparer.Ordinal)
            .SelectMany(her => new[] { false, true }.Where(group => PlainRules.Kinds(her, group).Length > 0)
                .Select(group => new Wish(her, group, Options(town, rules, her, group))));
    }

    private static string Draw(string seed, Row her) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{her["id"]}"))[..8]);

    private static Dictionary<string, int> Options(Town town, PlainRules rules, Row her, bool group)
    {
        var options = new Dictionary<string, int>();
        foreach (var offer in group ? town.Groups : town.Volunteers)
        {
            if (rules.Judge(her, offer, group) is { } pair && !town.Forbids.Contains($"{her["id"]} {offer["id"]}"))
            {
                options[offer["id"]] = pair.Fit;
            }
        }

        return options;
    }

    private void Try(int at, int fit)
    {
        if (at == wishes.Length)
        {
            Compare(fit);
            return;
        }

        var wish = wishes[at];
        var pin = town.Pins.Select(pin => pin.Split(' ')).FirstOrDefault(
            pin => pin[0] == wish.Her["id"] && wish.Group == (pin[1][0] == 'G'))?[1];
        chosen[at] = null;
        if (pin is null)
        {
            Try(at + 1, fit);
        }

        foreach (var (offer, gain) in wish.Options.Where(option => pin is null || option.Key == pin))
        {
            var rides = wish.Group && wish.Her.List("access_needs").Contains("transport") ? 1 : 0;
            if (places[offer] > 0 && (rides == 0 || seats[offer] > 0))
            {
                places[offer]--;
                seats[offer] = seats.GetValueOrDefault(offer) - rides;
                chosen[at] = offer;
                Try(at + 1, fit + gain);
                chosen[at] = null;
                seats[offer] += rides;
                places[offer]++;
            }
        }
    }

    private void Compare(int fit)
    {
        bool[] helped = [.. chosen.Select(offer => offer is not null)];
        var pairs = Enumerable.Range(0, wishes.Length).Where(at => helped[at])
            .Select(at => (wishes[at].Her["id"], wishes[at].Group, chosen[at]!))
            .OrderBy(pair => pair.Item1, StringComparer.Ordinal).ThenBy(pair => pair.Group).ToArray();
        var plan = new Plan(helped, fit, pairs);
        best = best is null || IsBetter(plan, best) ? plan : best;
    }

    private static bool IsBetter(Plan one, Plan other)
    {
        var differs = Enumerable.Range(0, one.Helped.Length).FirstOrDefault(at => one.Helped[at] != other.Helped[at], -1);
        if (differs >= 0 || one.Fit != other.Fit)
        {
            return differs >= 0 ? one.Helped[differs] : one.Fit > other.Fit;
        }

        var first = one.Pairs.Zip(other.Pairs).FirstOrDefault(pair => pair.First.Offer != pair.Second.Offer);
        return first.First.Offer is { } offer && string.CompareOrdinal(offer, first.Second.Offer) < 0;
    }
}
