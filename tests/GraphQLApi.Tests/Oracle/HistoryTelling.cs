using System.Collections.Immutable;
using System.Globalization;
using Networks.Domain.Commands;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Grains;
using Networks.Grains.Commands;
using Orleans;

namespace Networks.GraphQLApi.Tests.Oracle;

/// <summary>Tells the product what was written down, as the commands by which people would.</summary>
internal sealed class HistoryTelling(IGrainFactory grains, TimeProvider time)
{
    private static int _commands;

    public async Task TellAsync(PlainTold told)
    {
        var answer = told.What switch
        {
            "group" => await grains.Group(GroupId.Of(told.Who)).Do(new RegisterGroup
            {
                CommandId = Command(),
                Facts = new GroupFacts
                {
                    Name = told["name"], Ward = WardCode.Of(told["ward"]), Kind = Word<OfferKind>(told["kind"])!.Value,
                    OpenedOn = Day(told["opened_on"]),
                },
            }),
            "volunteer" => await grains.Volunteer(VolunteerId.Of(told.Who)).Do(new RegisterVolunteer
            {
                CommandId = Command(),
                Facts = new VolunteerFacts
                {
                    Ward = WardCode.Of(told["ward"]), Roles = [Word<VolunteerRole>(told["role"])!.Value],
                    Resident = told["resident"] == "" ? null : ResidentId.Of(told["resident"]),
                },
                Capacity = 100,
            }),
            "regroup" => await grains.Group(GroupId.Of(told.Who)).Do(OfGroup(told)),
            _ => await grains.Resident(ResidentId.Of(told.Who)).Do(await OfResidentAsync(told)),
        };
        Assert.True(answer is CommandDone, $"{told} was answered with {answer}");
    }

    private static CommandId Command() => CommandId.Of($"told{Interlocked.Increment(ref _commands)}");

    private static DateOnly? Day(string day) => day == "" ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static T? Word<T>(string word)
        where T : struct, Enum => word == "" ? null : Enum.Parse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private static int? Number(string text) => text == "" ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private static ImmutableArray<OfferKind> Seeking(string words) =>
        words == "" ? [] : [.. words.Split(';').Select(word => Word<OfferKind>(word)!.Value)];

    private static ImmutableArray<SupportKind> Support(string words) =>
        words == "" ? [] : [.. words.Split(';').Select(word => Word<SupportKind>(word)!.Value)];

    private static bool? Yes(string word) => word == "" ? null : word == "yes";

    private static GroupCommand OfGroup(PlainTold told) => told["closed_on"] != ""
        ? new CloseGroup { CommandId = Command(), On = Day(told["closed_on"])!.Value }
        : new UpdateGroup
        {
            CommandId = Command(),
            Set = told["ward"] != "" ? new() { Ward = WardCode.Of(told["ward"]) } : new() { OpenedOn = Day(told["opened_on"]) },
        };

    private async Task<ResidentCommand> OfResidentAsync(PlainTold told)
    {
        var id = Command();
        var on = Day(told["on"]) ?? default;
        var tie = Number(told["tie"]);
        return told.What switch
        {
            "register" => new RegisterResident { CommandId = id, Facts = Facts(told) },
            "update" => new UpdateResident { CommandId = id, Set = Changes(told) },
            "tie" => Tie(told, id),
            "end-tie" => new EndTie { CommandId = id, Tie = tie!.Value, On = on },
            "contact" => new RecordContact { CommandId = id, Tie = tie, On = on },
            "retell" => new AdoptResident { CommandId = id, Merged = await RetoldAsync(told, tie!.Value) },
            "asked" => new AskAboutConnections { CommandId = id, On = on },
            "join" => new JoinGroup { CommandId = id, Group = GroupId.Of(told["group"]), Since = Day(told["since"]) },
            "leave-group" => new LeaveGroup { CommandId = id, Group = GroupId.Of(told["group"]), On = on },
            "attend" => new RecordAttendance { CommandId = id, Attendance = new Attendance(GroupId.Of(told["group"]), on, null) },
            "match" => await MatchAsync(told, id),
            "visit" => new RecordContact { CommandId = id, Match = Number(told["match"]), On = on },
            "end-match" => new EndMatch { CommandId = id, Match = Number(told["match"])!.Value, On = on, Ending = MatchEnding.Other },
            "leave" => new LeaveRegister { CommandId = id, On = on },
            "erase" => new EraseResident { CommandId = id },
            _ => throw new InvalidOperationException($"Nobody tells '{told.What}'."),
        };
    }

    private static ResidentFacts Facts(PlainTold told) => new()
    {
        Ward = WardCode.Of(told["ward"]),
        Seeking = Seeking(told["seeking"]),
        LivesAlone = Yes(told["lives_alone"]),
        WaitingSince = Day(told["waiting_since"]),
        ReferredOn = Day(told["referred_on"]),
        PriorityBand = Number(told["priority_band"]),
        RegisteredOn = Day(told["registered_on"]),
        Consents = [new Consent(Consent.Matching, null, null)],
    };

    private static ResidentChanges Changes(PlainTold told)
    {
        var (column, value) = told.Said.Single();
        return column switch
        {
            "ward" => new() { Ward = WardCode.Of(value) },
            "seeking" => new() { Seeking = Seeking(value) },
            "priority_band" => new() { PriorityBand = Number(value) },
            "waiting_since" => new() { WaitingSince = Day(value) },
            "paused_until" => new() { PausedUntil = Day(value) },
            "referred_on" => new() { ReferredOn = Day(value) },
            _ => new() { LivesAlone = Yes(value) },
        };
    }

    private static RecordTie Tie(PlainTold told, CommandId id)
    {
        const string Alter = "alter:";
        var isAlter = told["to"].StartsWith(Alter, StringComparison.Ordinal);
        return new RecordTie
        {
            CommandId = id,
            ToResident = isAlter ? null : ResidentId.Of(told["to"]),
            ToAlter = isAlter ? told["to"][Alter.Length..] : null,
            Kind = Word<TieKind>(told["kind"])!.Value,
            Frequency = Word<ContactFrequency>(told["contact_frequency"]),
            LastContact = Day(told["last_contact"]),
            Since = Day(told["since"]),
            Circle = Number(told["circle"]),
            Support = Support(told["support"]),
        };
    }

    // As a file tells it: what a row says is written over.
    private async Task<Resident> RetoldAsync(PlainTold told, int number)
    {
        var known = (await grains.Resident(ResidentId.Of(told.Who)).Read())!.Resident;
        var (column, value) = told.Said.Single(pair => pair.Key != "tie");
        Tie Retold(Tie tie) => column switch
        {
            "contact_frequency" => tie with { Frequency = Word<ContactFrequency>(value) },
            "last_contact" => tie with { LastContact = Day(value) },
            "circle" => tie with { Circle = Number(value) },
            "support" => tie with { Support = Support(value) },
            _ => tie with { EndedOn = Day(value) },
        };
        return known with { Ties = [.. known.Ties.Select(tie => tie.Number == number ? Retold(tie) : tie)] };
    }

    // As a round does it: the place is held and confirmed before her record takes the match.
    private async Task<RecordMatch> MatchAsync(PlainTold told, CommandId id)
    {
        var volunteer = grains.Volunteer(VolunteerId.Of(told["volunteer"]));
        var role = (await volunteer.Read())!.Volunteer.Facts.Roles.Single();
        var proposal = new ProposalId(RoundName.Of(id.Value), role.Offers()!.Value, 1, ResidentId.Of(told.Who));
        var since = Day(told["since"])!.Value;
        await volunteer.Place(new HoldPlace(proposal, time.GetUtcNow().AddDays(21)));
        await volunteer.Place(new ConfirmPlace(proposal, since));
        return new RecordMatch { CommandId = id, Proposal = proposal, Volunteer = VolunteerId.Of(told["volunteer"]), Since = since };
    }
}
