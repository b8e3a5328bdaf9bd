using Microsoft.Extensions.DependencyInjection.Extensions;
using Networks.Domain.Commands;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;
using Networks.Domain.Wards;
using Networks.Grains.Areas;
using Networks.Grains.Commands;
using Networks.Grains.Residents;
using Networks.Grains.Wards;
using Networks.Grains.Watches;
using Networks.Testing;
using Orleans;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Networks.Grains.Tests;

/// <summary>
/// A small town on a silo of its own: two wards, and as many people, volunteers and groups as a test asks for, each with a fresh key.
/// </summary>
public sealed class Town : IAsyncLifetime, IAsyncDisposable
{
    public static readonly WardCode East = WardCode.Of("E05001390");
    public static readonly WardCode West = WardCode.Of("E05001391");

    private static int _fresh;
    private Action<ISiloBuilder>? _configure;

    public TestSilo Silo { get; private set; } = null!;

    public StorageFaults Faults { get; } = new();

    public DeafWards Wards { get; } = new();

    /// <summary>The western ward, if it shall not wake.</summary>
    public UnreadableWard Absent { get; } = new() { Ward = West };

    public IClusterClient Grains => Silo.Grains;

    public DateOnly Today => Silo.Time.Today;

    public async Task InitializeAsync()
    {
        Silo = await TestSilo.Start(configure: silo =>
        {
            _configure?.Invoke(silo);
            silo.Services.TryAddSingleton<WardBoard>();
            silo.Services.TryAddSingleton<PastPictures>();
            silo.Services.TryAddSingleton<DailyTurn>();
            silo.Services.TryAddSingleton(new AwakeResidents());
            Faults.AddTo(silo);
            Absent.AddTo(silo);
            silo.AddIncomingGrainCallFilter(Wards);
        });
        var facts = new[] { East, West }.Select(code => new WardFacts { Code = code, Name = $"Ward {code}" });
        await Grains.WardRegister().PutWards([.. facts]);
    }

    public async Task DisposeAsync() => await Silo.DisposeAsync();

    async ValueTask IAsyncDisposable.DisposeAsync() => await Silo.DisposeAsync();

    /// <summary>A town nobody else is in, for tests that restart the silo, move its clock or count all its rows.</summary>
    public static async Task<Town> OfItsOwn(Action<ISiloBuilder>? configure = null)
    {
        var town = new Town { _configure = configure };
        await town.InitializeAsync();
        return town;
    }

    /// <summary>A key nobody has had; of two the later one is the greater, as texts too.</summary>
    public static string Fresh(string prefix) => $"{prefix}{Interlocked.Increment(ref _fresh):D6}";

    public static CommandId Command() => CommandId.Of(Fresh("c"));

    public static ProposalId Proposal(ResidentId resident, string round = "nov-2", OfferKind kind = OfferKind.Befriending) =>
        new(RoundName.Of(round), kind, 1, resident);

    public async Task<ResidentId> NewResident(WardCode? ward = null)
    {
        var id = ResidentId.Of(Fresh("R"));
        await Done(id, new RegisterResident { CommandId = Command(), Facts = Agreed(ward ?? East) });
        return id;
    }

    /// <summary>Somebody who may be put forward.</summary>
    public static ResidentFacts Agreed(WardCode ward) => new() { Ward = ward, Consents = [new Consent(Consent.Matching, null, null)] };

    public async Task<VolunteerId> NewVolunteer(int capacity = 1)
    {
        var id = VolunteerId.Of(Fresh("V"));
        var facts = new VolunteerFacts { Ward = East, Roles = [VolunteerRole.Befriender] };
        var register = new RegisterVolunteer { CommandId = Command(), Facts = facts, Capacity = capacity };
        Assert.IsType<CommandDone>(await Grains.Volunteer(id).Do(register));
        return id;
    }

    public async Task<GroupId> NewGroup(int? capacity = 10)
    {
        var id = GroupId.Of(Fresh("G"));
        var facts = new GroupFacts { Name = "Lunch", Ward = West, Kind = OfferKind.LunchClub };
        var register = new RegisterGroup { CommandId = Command(), Facts = facts, Capacity = capacity };
        Assert.IsType<CommandDone>(await Grains.Group(id).Do(register));
        return id;
    }

    /// <summary>Takes a proposal all the way from a hold to a match, as a round does.</summary>
    public async Task<int> Match(ResidentId resident, VolunteerId volunteer, string round = "nov-2")
    {
        var proposal = Proposal(resident, round);
        Assert.IsType<PlaceSettled>(await Grains.Volunteer(volunteer).Place(new HoldPlace(proposal, Silo.Time.GetUtcNow().AddDays(21))));
        Assert.IsType<PlaceSettled>(await Grains.Volunteer(volunteer).Place(new ConfirmPlace(proposal, Today)));
        var match = new RecordMatch { CommandId = Command(), Proposal = proposal, Volunteer = volunteer, Since = Today };
        return (await Done(resident, match)).Number!.Value;
    }

    public async Task<CommandDone> Done(ResidentId id, ResidentCommand command) =>
        Assert.IsType<CommandDone>(await Grains.Resident(id).Do(command));

    public async Task<Refusal> Refused(ResidentId id, ResidentCommand command) =>
        Assert.IsType<CommandRefused>(await Grains.Resident(id).Do(command)).Refusal;

    public async Task<Resident> Resident(ResidentId id) => (await Grains.Resident(id).Read())!.Resident;

    public async Task<Places> Places(VolunteerId id) => (await Grains.Volunteer(id).Read())!.Volunteer.Places;

    public async Task<Places> Places(GroupId id) => (await Grains.Group(id).Read())!.Group.Places;

    public int? Free(Places places) => places.FreeAt(Silo.Time.GetUtcNow(), Today);

    /// <summary>What the wards had not been told, by comparing them with the rows.</summary>
    public async Task<WardRepairs[]> Refresh() =>
        [await Grains.Ward(East).Refresh(CancellationToken.None), await Grains.Ward(West).Refresh(CancellationToken.None)];

    /// <summary>Repeats a call whose outcome is unknown until it is answered, as every caller must.</summary>
    public static async Task<T> UntilAnswered<T>(Func<Task<T>> call)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (Exception fault) when (fault is IOException or OrleansException)
            {
                await Task.Yield();
            }
        }
    }
}

/// <summary>Wards that hear nothing while a test says so.</summary>
public sealed class DeafWards : IIncomingGrainCallFilter
{
    public bool AreDeaf { get; set; }

    public Task Invoke(IIncomingGrainCallContext context) =>
        AreDeaf && context.Grain is IWardGrain && context.MethodName.StartsWith("Tell", StringComparison.Ordinal)
            ? throw new TimeoutException("The ward does not answer.")
            : context.Invoke();
}
