namespace Networks.Matching.Fits;

/// <summary>
/// How well a pair fits, an integer from 0 to 1000. Distance 300, interests 300, time 200, first language 100, situation 100.
/// </summary>
internal static class FitScore
{
    public const int DistanceMost = 300;

    /// <summary>The fit of a pair that passes. Without a limit, distance does not count and scores in full.</summary>
    public static int Of(SeekerProfile seeker, OfferProfile offer, int? metres, int? limit) =>
        Distance(metres, limit)
        + Math.Min(300, 100 * seeker.Interests.Shared(offer.Interests))
        + Math.Min(200, 50 * seeker.Seeker.Available.Shared(offer.Offer.Available).Count)
        + (seeker.FirstLanguage.Overlaps(offer.Languages) ? 100 : 0)
        + (seeker.Situations.Overlaps(offer.Situations) ? 100 : 0);

    private static int Distance(int? metres, int? limit) =>
        metres is not { } far || limit is not { } most || most == 0 ? DistanceMost : (int)((long)DistanceMost * (most - far) / most);
}
