using System.Collections.Immutable;
using Networks.Domain.Matches;
using Networks.Domain.Measures;
using Networks.Matching.Problems;
using Networks.Matching.Solvers;

namespace Networks.Matching.Recruiting;

/// <summary>Which profiles are worth a look: only of kinds that somebody waits for and a round does not reach.</summary>
internal static class RecruitingProfiles
{
    /// <summary>The profiles of one list, each once; at most <paramref name="most"/>, those of the most urgent first.</summary>
    public static ImmutableArray<RecruitProfile> Of(SolvedProblem solved, RecruitingBy by, int most)
    {
        var problem = solved.Problem;
        Wish[] waiting =
        [
            .. Enumerable.Range(0, problem.Wishes.Length).Where(wish => problem.PutForward[wish] && !solved.IsHelped(wish))
                .Select(wish => problem.Wishes[wish]),
        ];
        OfferKind[] kinds = [.. waiting.SelectMany(wish => wish.Kinds).Distinct().Order()];
        var profiles = by switch
        {
            RecruitingBy.Ward => from kind in kinds
                                 from ward in problem.Problem.Wards.OrderBy(ward => ward.Code)
                                 select new RecruitProfile { Kind = kind, Ward = ward.Code },
            RecruitingBy.Language => waiting.SelectMany(wish => wish.Kinds.SelectMany(kind => wish.Seeker.Languages.Take(1)
                .Select(language => new RecruitProfile { Kind = kind, Language = Languages.Tag(language) }))),
            RecruitingBy.Day => waiting.SelectMany(wish => wish.Kinds.SelectMany(kind => Days(wish.Seeker.Available)
                .Select(day => new RecruitProfile { Kind = kind, Times = day }))),
            _ => waiting.SelectMany(Near),
        };
        return [.. profiles.Distinct().Take(most)];
    }

    // Somebody near her, in her language, of the gender she asks for, at one of her times.
    private static IEnumerable<RecruitProfile> Near(Wish wish)
    {
        var seeker = wish.Seeker;
        var times = Enumerable.Range(0, TimeSlots.Words.Count).Select(at => new TimeSlots(1 << at).Shared(seeker.Available))
            .Where(slot => !slot.IsEmpty).DefaultIfEmpty();
        return from kind in wish.Kinds
               from time in times
               select new RecruitProfile
               {
                   Kind = kind,
                   Ward = seeker.Ward,
                   Language = seeker.Languages.IsEmpty ? null : Languages.Tag(seeker.Languages[0]),
                   Times = time,
                   Gender = kind.IsOneToOne() && !seeker.PrefersGender.IsEmpty ? seeker.PrefersGender[0] : null,
               };
    }

    private static IEnumerable<TimeSlots> Days(TimeSlots free) => Enumerable.Range(0, 7)
        .Select(day => new TimeSlots(0b111 << (3 * day)))
        .Where(day => !day.Shared(free).IsEmpty);
}
