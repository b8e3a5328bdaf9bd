namespace Networks.Import.SyntheticAreas;

/// <summary>How an invented person stands among others.</summary>
internal enum Standing : byte
{
    /// <summary>Part of the large connected part of the area.</summary>
    Main,

    /// <summary>In a circle of 6 to 40 that knows nobody else.</summary>
    Circle,

    /// <summary>In a chain of 2 to 5 that knows nobody else.</summary>
    Few,

    /// <summary>No tie at all.</summary>
    Alone,
}

/// <summary>The few bytes of an invented person from which everything else about them follows.</summary>
internal struct Person
{
    public int Household;
    public short Ward;
    public short BirthYear;
    public byte HouseholdSize;
    public Standing Standing;
    public bool Seeks;
    public bool Left;
    public bool Matched;
}
