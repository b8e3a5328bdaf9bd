using HotChocolate.Language;

namespace HotChocolate.Execution;

/// <summary>How an executor runs; a later limit (cost, depth, aliases) belongs here.</summary>
internal sealed class ExecutorOptions
{
    public TimeSpan ExecutionTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Adds the exception's message and stack to `extensions`; for development only.</summary>
    public bool IncludeExceptionDetails { get; init; }

    /// <summary>Answers `__schema` and `__type`; `__typename` is always answered.</summary>
    public bool Introspection { get; init; } = true;

    /// <summary>Validation stops after this many errors.</summary>
    public int ValidationErrorsMax { get; init; } = 5;

    /// <summary>Parsed and validated documents kept for the next request with the same text.</summary>
    public int CachedDocumentsMax { get; init; } = 256;

    /// <summary>Fields of one response, counted with every object of every list.</summary>
    public int ResultFieldsMax { get; init; } = 1_000_000;

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    public ParserOptions Parser { get; init; } = new();

    public IReadOnlyList<IErrorFilter> ErrorFilters { get; init; } = [];
}
