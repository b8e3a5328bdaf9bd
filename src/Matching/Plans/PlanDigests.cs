using System.Security.Cryptography;
using System.Text;
using Networks.Matching.Problems;

namespace Networks.Matching.Plans;

/// <summary>The digest that ties a certificate to its plan.</summary>
public static class PlanDigests
{
    /// <summary>SHA-256, in lower-case hex, of one line "resident TAB class TAB offer" for each pair in the plan's order.</summary>
    public static string Of(MatchingPlan plan)
    {
        var text = new StringBuilder();
        foreach (var pair in plan.Pairs)
        {
            text.Append(pair.Resident.Value).Append('\t').Append(Wish.ClassOf(pair.Kind)).Append('\t').Append(pair.Offer).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
