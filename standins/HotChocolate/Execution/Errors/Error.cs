namespace HotChocolate;

/// <summary>The error as this engine builds it; immutable, so filters may keep it.</summary>
internal sealed class Error : IError
{
    public required string Message { get; init; }

    public string? Code { get; init; }

    public Path? Path { get; init; }

    public IReadOnlyList<Location>? Locations { get; init; }

    public IReadOnlyDictionary<string, object?>? Extensions { get; init; }

    public Exception? Exception { get; init; }

    public IError WithMessage(string message) => ErrorBuilder.FromError(this).SetMessage(message).Build();

    public IError WithCode(string? code) => ErrorBuilder.FromError(this).SetCode(code).Build();

    public IError WithPath(Path? path) => ErrorBuilder.FromError(this).SetPath(path).Build();

    public IError WithLocations(IReadOnlyList<Location>? locations)
    {
        var builder = ErrorBuilder.FromError(this).ClearLocations();
        foreach (var location in locations ?? [])
        {
            builder.AddLocation(location);
        }

        return builder.Build();
    }

    public IError WithExtensions(IReadOnlyDictionary<string, object?> extensions)
    {
        var builder = ErrorBuilder.FromError(this).ClearExtensions();
        foreach (var (key, value) in extensions)
        {
            builder.SetExtension(key, value);
        }

        return builder.Build();
    }

    public IError WithException(Exception? exception) => ErrorBuilder.FromError(this).SetException(exception).Build();

    public IError SetExtension(string key, object? value) => ErrorBuilder.FromError(this).SetExtension(key, value).Build();

    public IError RemoveExtension(string key) => ErrorBuilder.FromError(this).RemoveExtension(key).Build();
}
