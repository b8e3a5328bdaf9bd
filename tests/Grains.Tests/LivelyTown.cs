using Networks.Domain.Commands;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Grains.Commands;
using Orleans;

namespace Networks.Grains.Tests;

/// <summary>
/// Very many commands for a town of several wards, several at a time, each drawn from a seed: ties come and go, people register, move,
/// leave and are erased, groups open and close, and many a command is refused. Which of two that overlap is first is not drawn.
/// </summary>
public sealed class LivelyTown(IClusterClient grains, DateOnly today, int seed)
{
    private const int WardCount = 12;
    private const int ResidentCount = 3_000;
    private const int GroupCount = 200;
    private const int VolunteerCount = 60;
    private const int AtATime = 64;

    private readonly Lock gate = new();
    private int commands;

    public static WardCode[] Wards { get; } = [.. Enumerable.Range(0, WardCount).Select(at => WardCode.Of($"E0500{at:0000}"))];

    public int Done { get; private set; }

    public int Refused { get; private set; }

    /// <summary>Registers everybody, so that commands find somebody.</summary>
    public async Task Open()
    {
        await grains.WardRegister().PutWards([.. Wards.Select(code => new WardFacts { Code = code, Name = code.Value })]);
        await Together(Enumerable.Range(0, ResidentCount).Select(at => new Func<Task<CommandAnswer>>(() => Register(at, new Random(at)))));
        await Together(Enumerable.Range(0, GroupCount).Select(at => new Func<Task<CommandAnswer>>(() => grains.Group(Group(at)).Do(
            new RegisterGroup
            {
                CommandId = Command(), Capacity = 40,
                Facts = new GroupFacts { Name = $"Group {at}", Ward = Wards[at % WardCount], Kind = OfferKind.LunchClub },
            }))));
        await Together(Enumerable.Range(0, VolunteerCount).Select(at => new Func<Task<CommandAnswer>>(() => grains.Volunteer(Volunteer(at))
            .Do(new RegisterVolunteer
            {
                CommandId = Command(), Capacity = 3,
                Facts = new VolunteerFacts { Ward = Wards[at % WardCount], Roles = [VolunteerRole.Befriender] },
            }))));
    }

    /// <summary>Matches a few people with volunteers, one after the other, whoever is free for it.</summary>
    public async Task Match(Town town, int tries, Random random)
    {
        for (var time = 0; time < tries; time++)
        {
            ResidentId resident = Resident(random.Next(ResidentCount));
            var volunteer = Volunteer(random.Next(VolunteerCount));
            if ((await grains.Resident(resident).Read())?.Resident is { Facts.LeftOn: null, Matches.IsEmpty: true }
                && town.Free(await town.Places(volunteer)) > 0)
            {
                await town.Match(resident, volunteer, Town.Fresh("round-"));
            }
        }
    }

    /// <summary>Sends so many commands, and looks at the town between them as often as there are batches.</summary>
    public async Task Live(int count, int batch, Func<Task> look)
    {
        var random = new Random(seed);
        for (var sent = 0; sent < count; sent += batch)
        {
            var draws = Enumerable.Range(0, Math.Min(batch, count - sent)).Select(_ => new Random(random.Next())).ToList();
            await Together(draws.Select(draw => new Func<Task<CommandAnswer>>(() => Step(draw))));
            await look();
        }
    }

    private static ResidentId Resident(int at) => ResidentId.Of($"R{at}");

    private static GroupId Group(int at) => GroupId.Of($"G{at}");

    private static VolunteerId Volunteer(int at) => VolunteerId.Of($"V{at}");

    private async Task Together(IEnumerable<Func<Task<CommandAnswer>>> calls) => await Parallel.ForEachAsync(
        calls, new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (call, _) => Count(await call()));

    private void Count(CommandAnswer answer)
    {
        lock (gate)
        {
            Done += answer is CommandDone ? 1 : 0;
            Refused += answer is CommandRefused ? 1 : 0;
        }
    }

    private CommandId Command() => CommandId.Of($"lively-{Interlocked.Increment(ref commands)}");

    private DateOnly Day(Random random) => today.AddDays(-random.Next(0, 5));

    // Few enough people that most ties fall among some hundreds, and so components of every size come together and fall apart.
    private Task<CommandAnswer> Step(Random random)
    {
        var at = random.Next(ResidentCount);
        return random.Next(100) switch
        {
            < 30 => Do(at, new RecordTie
            {
                CommandId = Command(), ToResident = Resident(Near(at, random)), Kind = (TieKind)random.Next(8), Since = Day(random),
            }),
            < 60 => Do(at, new EndTie { CommandId = Command(), Tie = random.Next(1, 6), On = Day(random) }),
            < 70 => Do(at, new JoinGroup { CommandId = Command(), Group = Group(random.Next(GroupCount)), Since = Day(random) }),
            < 76 => Do(at, new LeaveGroup { CommandId = Command(), Group = Group(random.Next(GroupCount)), On = today }),
            < 84 => Do(at, new UpdateResident
            {
                CommandId = Command(), Set = new ResidentChanges { Ward = Wards[random.Next(WardCount)] },
            }),
            < 90 => Do(at, new RecordContact { CommandId = Command(), Tie = random.Next(1, 6), On = Day(random) }),
            < 92 => Do(at, new EndMatch { CommandId = Command(), Match = 1, On = today, Ending = MatchEnding.Planned }),
            < 98 => Register(ResidentCount + random.Next(ResidentCount), random),
            _ => Rarely(at, random),
        };
    }

    private Task<CommandAnswer> Rarely(int at, Random random) => random.Next(8) switch
    {
        0 or 1 => Do(at, new EraseResident { CommandId = Command() }),
        2 or 3 => Do(at, new LeaveRegister { CommandId = Command(), On = Day(random) }),
        4 => Group(random, new CloseGroup { CommandId = Command(), On = Day(random) }),
        _ => Group(random, new UpdateGroup
        {
            CommandId = Command(), Set = new GroupChanges { Ward = Wards[random.Next(WardCount)] },
        }),
    };

    private static int Near(int at, Random random) => Math.Clamp(at + random.Next(-20, 21), 0, (2 * ResidentCount) - 1);

    private Task<CommandAnswer> Register(int at, Random random) => Do(at, new RegisterResident
    {
        CommandId = Command(), Facts = Town.Agreed(Wards[random.Next(WardCount)]),
    });

    private Task<CommandAnswer> Do(int at, ResidentCommand command) =>
        Town.UntilAnswered(() => grains.Resident(Resident(at)).Do(command));

    private Task<CommandAnswer> Group(Random random, GroupCommand command)
    {
        var group = Group(random.Next(GroupCount));
        return Town.UntilAnswered(() => grains.Group(group).Do(command));
    }
}
