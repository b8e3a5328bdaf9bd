using Networks.Domain.Assessments;
using Networks.Domain.Groups;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Volunteers;

namespace Networks.Grains.Tests.Residents;

/// <summary>
/// What should be so, in sets and dictionaries: it knows no rule of the product, only what people expect. Everything happens today.
/// </summary>
internal sealed class ModelTown(DateOnly today)
{
    public Dictionary<ResidentId, ModelPerson> People { get; } = [];

    public Dictionary<VolunteerId, ModelOwner> Volunteers { get; } = [];

    public Dictionary<GroupId, ModelOwner> Groups { get; } = [];

    public DateOnly Today { get; } = today;

    public void Erase(ResidentId id)
    {
        foreach (var owner in Volunteers.Values.Concat(Groups.Values))
        {
            owner.Taken.Remove(id);
            owner.Held.Remove(id);
        }

        foreach (var other in People.Values)
        {
            other.Ties.RemoveAll(tie => tie == id);
        }

        People[id] = new ModelPerson { IsErased = true };
    }

    public void Leave(ResidentId id)
    {
        var person = People[id];
        person.LeftOn = Today;
        person.Ties.Clear();
        foreach (var group in person.Groups)
        {
            Groups[group].Taken.Remove(id);
        }

        person.Groups.Clear();
        EndMatch(id);
        CloseProposal(id);
    }

    public void EndMatch(ResidentId id)
    {
        if (People[id].Match is { } volunteer)
        {
            Volunteers[volunteer].Taken.Remove(id);
            People[id].Match = null;
        }
    }

    public void CloseProposal(ResidentId id)
    {
        if (People[id].AskedAbout is { } volunteer)
        {
            Volunteers[volunteer].Held.Remove(id);
            (People[id].AskedAbout, People[id].Proposal) = (null, null);
        }
    }
}

/// <summary>Somebody who may be on the register.</summary>
internal sealed class ModelPerson
{
    public bool IsRegistered { get; set; }

    public bool IsErased { get; set; }

    public DateOnly? LeftOn { get; set; }

    public HashSet<string> EverAgreed { get; } = [];

    public HashSet<string> Agreed { get; } = [];

    public HashSet<string> Situations { get; } = [];

    public DateOnly? AskedOn { get; set; }

    public DateOnly? PausedUntil { get; set; }

    public HashSet<GroupId> Groups { get; } = [];

    public VolunteerId? Match { get; set; }

    /// <summary>Whose place is held for the one proposal of a volunteer that is open.</summary>
    public VolunteerId? AskedAbout { get; set; }

    public ProposalId? Proposal { get; set; }

    public int Declined { get; set; }

    /// <summary>Residents she names at present.</summary>
    public List<ResidentId> Ties { get; } = [];

    public Dictionary<Instrument, string> Answers { get; } = [];

    public HashSet<string> Events { get; } = [];

    public HashSet<GroupId> Attended { get; } = [];

    public bool MayBeginAnew => IsRegistered && LeftOn is null;
}

/// <summary>Somebody who owns places.</summary>
internal sealed class ModelOwner
{
    public required int Capacity { get; set; }

    public HashSet<ResidentId> Taken { get; } = [];

    public HashSet<ResidentId> Held { get; } = [];

    public bool HasFreePlace => Taken.Count + Held.Count < Capacity;
}
