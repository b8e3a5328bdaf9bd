using Networks.Domain.Assessments;
using Networks.Domain.Groups;
using Networks.Domain.LifeEvents;
using Networks.Domain.Matches;
using Networks.Domain.Residents;
using Networks.Domain.Ties;
using Networks.Import.Ties;

namespace Networks.Import.Deliveries;

/// <summary>All that one delivery says of one resident, gathered from every file. What it does not say stays as it was.</summary>
public sealed class DeliveredResident(ResidentId id)
{
    /// <summary>Rows of one file about one resident in one delivery; more is a mistake in the file.</summary>
    public const int RowsMax = 10_000;

    /// <summary>Who.</summary>
    public ResidentId Id { get; } = id;

    /// <summary>Line of her row in residents.csv; 0 if she has none there.</summary>
    public int Line { get; internal set; }

    /// <summary>Her facts; null if residents.csv does not name her.</summary>
    public ResidentFacts? Facts { get; internal set; }

    /// <summary>The ties she names, numbered later.</summary>
    public List<Delivered<Tie>> Ties { get; private set; } = new(0);

    /// <summary>Her memberships.</summary>
    public List<Delivered<Membership>> Memberships { get; private set; } = new(0);

    /// <summary>Her matches, numbered later.</summary>
    public List<Delivered<Match>> Matches { get; private set; } = new(0);

    /// <summary>Her dated contacts.</summary>
    public List<Delivered<(ContactWith With, Contact Contact)>> Contacts { get; private set; } = new(0);

    /// <summary>The days she came to a group.</summary>
    public List<Delivered<Attendance>> Attendances { get; private set; } = new(0);

    /// <summary>Her answered questionnaires.</summary>
    public List<Delivered<Assessment>> Assessments { get; private set; } = new(0);

    /// <summary>What happened in her life.</summary>
    public List<Delivered<LifeEvent>> LifeEvents { get; private set; } = new(0);

    /// <summary>
    /// Lets go of everything but her id and line. Called once her record is merged: a delivery of a million people is held once then, not
    /// twice.
    /// </summary>
    public void Release()
    {
        Facts = null;
        Ties = Nothing<Tie>.Rows;
        Memberships = Nothing<Membership>.Rows;
        Matches = Nothing<Match>.Rows;
        Contacts = Nothing<(ContactWith, Contact)>.Rows;
        Attendances = Nothing<Attendance>.Rows;
        Assessments = Nothing<Assessment>.Rows;
        LifeEvents = Nothing<LifeEvent>.Rows;
    }

    private static class Nothing<T>
    {
        public static readonly List<Delivered<T>> Rows = new(0);
    }
}

/// <summary>Something a row says, and the line it stands on.</summary>
public readonly record struct Delivered<T>(int Line, T Value);
