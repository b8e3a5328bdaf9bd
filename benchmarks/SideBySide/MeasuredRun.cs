namespace Networks.Benchmarks.SideBySide;

/// <summary>What one run gave at one size, or why it gave nothing.</summary>
/// <param name="At">When it ended.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="LoadBefore">Load average of one minute when it began.</param>
/// <param name="LoadAfter">Load average of one minute when it ended, the run's own included.</param>
/// <param name="Commit">The version measured.</param>
/// <param name="Figures">What it measured.</param>
/// <param name="Failure">Why it measured nothing; null if it did.</param>
internal sealed record MeasuredRun(
    DateTimeOffset At, double Seconds, string LoadBefore, string LoadAfter, string Commit, IReadOnlyList<Figure> Figures, string? Failure);
