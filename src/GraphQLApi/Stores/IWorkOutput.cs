namespace Networks.GraphQLApi.Stores;

/// <summary>Where work on the store says what it finds: the terminal, or a command in another process that waits for it.</summary>
internal interface IWorkOutput
{
    /// <summary>A line of the answer.</summary>
    void Line(string text);

    /// <summary>A line for the person, not for the answer: a fault, or a note.</summary>
    void Error(string text);

    /// <summary>How far a stage has come; of <paramref name="total"/> 0 nothing is known.</summary>
    void Progress(string stage, long done, long total);
}
