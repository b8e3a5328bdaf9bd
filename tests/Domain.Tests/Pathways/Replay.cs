using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Pathways;
using Networks.Domain.Residents;

namespace Networks.Domain.Tests.Pathways;

/// <summary>
/// The same life told day by day: counters go up when something happens, and what stands at the end of the day is the answer. Plain loops;
/// numbers of days are written out.
/// </summary>
internal sealed class Replay
{
    private readonly Resident _her;
    private readonly List<Spell> _spells = [];

    private Replay(Resident her) => _her = her;

    /// <summary>First day of each stage since the referral.</summary>
    public Dictionary<PathwayStage, DateOnly> Firsts { get; } = [];

    public string Stands { get; private set; } = "nowhere";

    public static Replay Until(Resident her, IReadOnlyDictionary<GroupId, PathwayGroup> groups, DateOnly last)
    {
        var replay = new Replay(her);
        replay.Prepare(groups);
        for (var day = RandomPathway.First.AddDays(-10); day <= last; day = day.AddDays(1))
        {
            foreach (var spell in replay._spells)
            {
                spell.Live(day);
            }

            replay.Note(day);
        }

        replay.Stands = replay.Tell(last);
        return replay;
    }

    private void Prepare(IReadOnlyDictionary<GroupId, PathwayGroup> groups)
    {
        foreach (var match in _her.Matches)
        {
            var spell = new Spell { OneToOne = true, Start = match.Since, End = match.EndedOn, Due = match.ReviewDue };
            foreach (var contact in _her.Contacts)
            {
                if (contact.Match == match.Number)
                {
                    spell.Met.Add(contact.On);
                }
            }

            if (match.LastContact is { } stated)
            {
                spell.Met.Add(stated);
            }

            foreach (var step in match.Milestones)
            {
                if (step.Kind == MilestoneKind.FirstVisit)
                {
                    spell.Met.Add(step.On);
                }

                spell.Steps.Add((step.Kind, step.On));
            }

            _spells.Add(spell);
        }

        foreach (var row in _her.Memberships)
        {
            var group = groups[row.Group];
            var answers = _her.Facts.Seeking.Contains(group.Kind);
            var spell = new Spell
            {
                Group = row.Group, Answers = answers || row.Proposal is not null, IsSought = answers,
                IsDated = row.Since is not null, Start = row.Since ?? DateOnly.MinValue,
                Guess = _her.Facts.ReferredOn ?? _her.Facts.RegisteredOn ?? _her.RecordedOn ?? DateOnly.MaxValue,
            };
            if (group.OpenedOn > spell.Start)
            {
                spell.Start = group.OpenedOn.Value;
            }

            spell.End = row.EndedOn;
            if (group.ClosedOn is { } closed && (spell.End is null || spell.End > closed))
            {
                spell.End = row.Since > closed ? row.Since : closed;
            }

            foreach (var came in _her.Attendances)
            {
                if (came.Group == row.Group && (row.Since is null || came.On >= row.Since) && (spell.End is null || came.On < spell.End))
                {
                    spell.Met.Add(came.On);
                }
            }

            spell.End = spell.End < spell.Start ? spell.Start : spell.End;
            _spells.Add(spell);
        }
    }

    // What is first true today, of what began with the referral or later.
    private void Note(DateOnly day)
    {
        var facts = _her.Facts;
        if (facts.ReferredOn is not { } referred || day < referred)
        {
            return;
        }

        void First(PathwayStage stage, bool isSo) => _ = isSo && Firsts.TryAdd(stage, day);
        First(PathwayStage.Referred, true);
        First(PathwayStage.Assessed, AskedBy(day) is not null);
        var agreed = false;
        foreach (var consent in facts.Consents)
        {
            agreed |= consent.From is null || consent.From <= day;
        }

        First(PathwayStage.Waiting, agreed && facts.Seeking.Length > 0 && (facts.WaitingSince is null || facts.WaitingSince <= day));
        First(PathwayStage.Proposed, _her.ProposedOn.Contains(day));
        foreach (var spell in _spells)
        {
            if (spell.Answers && spell.IsDated && spell.Start >= referred && spell.Start <= day)
            {
                First(PathwayStage.Matched, true);
                First(PathwayStage.Ended, spell.End <= day);
            }
        }
    }

    /// <summary>First days of the steps of what began with the referral or later; they may be dated before it began.</summary>
    public DateOnly? FirstOf(PathwayStage stage, DateOnly last)
    {
        DateOnly? first = null;
        foreach (var spell in _spells)
        {
            if (spell.Answers && spell.IsDated && spell.Start >= _her.Facts.ReferredOn && spell.Start <= last
                && spell.Reached(stage) is { } on && (first is null || on < first))
            {
                first = on;
            }
        }

        return first;
    }

    private DateOnly? AskedBy(DateOnly day)
    {
        DateOnly? asked = null;
        foreach (var on in _her.Assessments.Select(one => (DateOnly?)one.On).Append(_her.Facts.ConnectionsAskedOn))
        {
            if (on <= day && !(on < _her.Facts.ReferredOn) && (asked is null || on < asked))
            {
                asked = on;
            }
        }

        return asked;
    }

    private string Tell(DateOnly day)
    {
        var facts = _her.Facts;
        if (facts.RegisteredOn > day || facts.LeftOn <= day)
        {
            return "nowhere";
        }

        var matchedEver = _her.Matches.Any(match => match.Since <= day);
        if (!(facts.ReferredOn <= day) && facts.Seeking.IsEmpty && !matchedEver)
        {
            return "nowhere";
        }

        var hasGroup = false;
        var best = "";
        var ranked = _spells.OrderByDescending(spell => spell.Rank).ThenBy(spell => spell.AtRank(day)).ThenBy(spell => spell.Group);
        foreach (var spell in ranked)
        {
            if (!spell.IsNow(day))
            {
                continue;
            }

            if (spell.OneToOne)
            {
                return spell.Tell(day);
            }

            hasGroup |= spell.IsSought;
            best = best.Length == 0 && spell.Answers ? spell.Tell(day) : best;
        }

        var wantsVisitor = facts.Seeking.Contains(OfferKind.Befriending);
        var wantsGroup = facts.Seeking.Contains(OfferKind.LunchClub) && !hasGroup;
        return best.Length > 0 && !wantsVisitor ? best : Alone(day, wantsVisitor || wantsGroup);
    }

    private string Alone(DateOnly day, bool wants)
    {
        var facts = _her.Facts;
        DateOnly? ended = null;
        foreach (var spell in _spells)
        {
            if (spell.Answers && spell.Start <= day && spell.End <= day && (ended is null || spell.End > ended))
            {
                ended = spell.End;
            }
        }

        var began = facts.WaitingSince ?? facts.ReferredOn ?? facts.RegisteredOn ?? _her.RecordedOn ?? day;
        began = began > day ? day : began;
        var again = ended > began ? ended.Value : began;
        if (facts.PausedUntil > day)
        {
            return $"Paused {again:O} -";
        }

        if (ended is { } over && (!wants || day.DayNumber - over.DayNumber < 14))
        {
            return $"Ended {over:O} -";
        }

        var consent = facts.Consents.FirstOrDefault(one => (one.From is null || one.From <= day) && (one.Until is null || one.Until > day));
        if (wants && consent is not null)
        {
            var since = consent.From > again ? consent.From.Value : again;
            return $"Waiting {since:O} {since.AddDays(84):O}";
        }

        if (AskedBy(day) is { } asked)
        {
            return $"Assessed {asked:O} {asked.AddDays(28):O}";
        }

        var referred = facts.ReferredOn <= day ? facts.ReferredOn.Value : began;
        return $"Referred {referred:O} {referred.AddDays(14):O}";
    }

    private sealed class Spell
    {
        private int _times;
        private DateOnly? _met;
        private DateOnly? _fourth;
        private DateOnly? _introduced;
        private DateOnly? _firstReview;
        private DateOnly? _lastReview;

        public bool OneToOne { get; init; }

        public GroupId? Group { get; init; }

        public bool Answers { get; init; } = true;

        public bool IsSought { get; init; }

        public bool IsDated { get; init; } = true;

        public DateOnly Start { get; set; }

        public DateOnly Guess { get; init; }

        public DateOnly? End { get; set; }

        public DateOnly? Due { get; init; }

        public HashSet<DateOnly> Met { get; } = [];

        public List<(MilestoneKind Kind, DateOnly On)> Steps { get; } = [];

        public int Rank => _lastReview is not null ? 4 : _fourth is not null ? 3 : _met is not null ? 2 : _introduced is not null ? 1 : 0;

        public DateOnly AtRank(DateOnly day) => _lastReview ?? _fourth ?? _met ?? _introduced ?? Shown(day);

        private DateOnly Shown(DateOnly day) => IsDated ? Start : Guess > day ? day : Guess < Start ? Start : Guess;

        public bool IsNow(DateOnly day) => Start <= day && (End is null || End > day);

        public void Live(DateOnly day)
        {
            _times += Met.Contains(day) ? 1 : 0;
            _met ??= _times > 0 ? day : null;
            _fourth ??= _times >= 4 ? day : null;
            foreach (var (kind, on) in Steps)
            {
                if (on == day)
                {
                    _introduced ??= kind == MilestoneKind.Introduction ? day : null;
                    _met ??= kind == MilestoneKind.FirstAttendance ? day : null;
                    _fourth ??= kind == MilestoneKind.FourthAttendance ? day : null;
                    _firstReview ??= kind == MilestoneKind.Review ? day : null;
                    _lastReview = kind == MilestoneKind.Review ? day : _lastReview;
                }
            }
        }

        public DateOnly? Reached(PathwayStage stage) => stage switch
        {
            PathwayStage.Introduced => _introduced,
            PathwayStage.Meeting => _met,
            PathwayStage.Settled => _fourth,
            _ => _firstReview,
        };

        public string Tell(DateOnly day)
        {
            if (_lastReview is { } reviewed)
            {
                var until = Due is { } next ? (next > reviewed ? next : reviewed).AddDays(7) : reviewed.AddDays(183);
                return $"Reviewed {reviewed:O} {until:O}";
            }

            if (_fourth is { } fourth)
            {
                var review = Due ?? Start.AddDays(42);
                return $"Settled {fourth:O} {(OneToOne ? $"{(review > fourth ? review : fourth).AddDays(7):O}" : "-")}";
            }

            return _met is { } met ? $"Meeting {met:O} {met.AddDays(56):O}"
                : _introduced is { } introduced ? $"Introduced {introduced:O} {introduced.AddDays(14):O}"
                : $"Matched {Shown(day):O} {(IsDated ? $"{Start.AddDays(OneToOne ? 14 : 35):O}" : "-")}";
        }
    }
}
