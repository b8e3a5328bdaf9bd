using Networks.Simulation.Scenarios.Questions;

namespace Networks.Simulation.Questions;

/// <summary>What a search for a lever's count found in one ward.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Ward">The ward's name as written.</param>
/// <param name="What">What is counted, one of them, such as "befriender".</param>
/// <param name="Answer">The answer.</param>
public sealed record FoundCount(FindQuestion Question, string Ward, string What, CountAnswer Answer);
