using System.Collections.Concurrent;

namespace Networks.Graph.Paths;

/// <summary>
/// What one search writes down of each person it meets: one number a resident of the area, that says nothing once the next search has
/// begun, so that beginning anew costs nothing. Taken from a pool and given back; 4 bytes a resident for each search under way.
/// </summary>
internal sealed class PathScratch
{
    /// <summary>No number of ties.</summary>
    public const int Unknown = 7;

    private const int Field = 0b111;
    private const int FromShift = 0;
    private const int EndShift = 3;
    private const int InnerShift = 6;
    private const int DeniedBit = 1 << 9;
    private const int OnPathBit = 1 << 10;
    private const int SearchShift = 11;
    private const int Fresh = (Unknown << FromShift) | (Unknown << EndShift) | (Unknown << InnerShift);
    private const int SearchesMax = int.MaxValue >> SearchShift;

    private static readonly ConcurrentBag<PathScratch> Pool = [];
    private int[] marks = [];
    private int search;

    /// <summary>People met from her side, from the end's side, and in between; empty when a search begins.</summary>
    public List<int>[] Lists { get; } = [.. Enumerable.Range(0, ListsMax).Select(_ => new List<int>())];

    /// <summary>Who may be met next, by the number of ties left.</summary>
    public List<Candidate>[] Candidates { get; } = [.. Enumerable.Range(0, PathQuery.HopsMost + 1).Select(_ => new List<Candidate>())];

    /// <summary>Lists a search may use.</summary>
    public const int ListsMax = 7;

    public static PathScratch Rent(int residents)
    {
        if (!Pool.TryTake(out var scratch))
        {
            scratch = new PathScratch();
        }

        scratch.Begin(residents);
        return scratch;
    }

    public static void Return(PathScratch scratch)
    {
        if (Pool.Count < Environment.ProcessorCount)
        {
            Pool.Add(scratch);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Begin(int residents)
    {
        foreach (var list in Lists)
        {
            list.Clear();
        }

        if (marks.Length < residents || search == SearchesMax)
        {
            marks = new int[Math.Max(residents, marks.Length)];
            search = 0;
        }

        search++;
    }

    /// <summary>Ties walked from her; 7 = not met from there.</summary>
    public int From(int person) => (Read(person) >> FromShift) & Field;

    public bool IsOnPath(int person) => (Read(person) & OnPathBit) != 0;

    /// <summary>Ties left to walk to the end, as far as it is known; 7 = not known, so too many.</summary>
    public int End(int person)
    {
        var mark = Read(person);
        var end = (mark >> EndShift) & Field;
        return end != Unknown ? end : (mark >> InnerShift) & Field;
    }

    /// <summary>Ties to the end as met from there; 7 = not met from there.</summary>
    public int MetFromEnd(int person) => (Read(person) >> EndShift) & Field;

    /// <summary>True if somebody was not yet met from her side and may be; if asked so, only those met from the end.</summary>
    public bool WantsFrom(int person, bool onlyMetFromEnd)
    {
        var mark = Read(person);
        return ((mark >> FromShift) & Field) == Unknown && (mark & DeniedBit) == 0
            && (!onlyMetFromEnd || ((mark >> EndShift) & Field) != Unknown);
    }

    /// <summary>True if somebody was not yet met from the end and may be; if asked so, only those met from her side.</summary>
    public bool WantsEnd(int person, bool onlyMetFromHer)
    {
        var mark = Read(person);
        return ((mark >> EndShift) & Field) == Unknown && (mark & DeniedBit) == 0
            && (!onlyMetFromHer || ((mark >> FromShift) & Field) != Unknown);
    }

    public void SetFrom(int person, int hops) => Write(person, FromShift, hops);

    public void SetEnd(int person, int hops) => Write(person, EndShift, hops);

    public void SetInner(int person, int hops) => Write(person, InnerShift, hops);

    public void Deny(int person) => marks[person] = Read(person) | DeniedBit;

    public void SetOnPath(int person, bool isOn) =>
        marks[person] = isOn ? Read(person) | OnPathBit : Read(person) & ~OnPathBit;

    private int Read(int person) => marks[person] is var mark && mark >> SearchShift == search ? mark : (search << SearchShift) | Fresh;

    private void Write(int person, int shift, int hops) =>
        marks[person] = (Read(person) & ~(Field << shift)) | (hops << shift);
}
