namespace HotChocolate;

/// <summary>One entry of a result's `errors`.</summary>
public interface IError
{
    string Message { get; }

    string? Code { get; }

    Path? Path { get; }

    IReadOnlyList<Location>? Locations { get; }

    IReadOnlyDictionary<string, object?>? Extensions { get; }

    Exception? Exception { get; }

    IError WithMessage(string message);

    IError WithCode(string? code);

    IError WithPath(Path? path);

    IError WithLocations(IReadOnlyList<Location>? locations);

    IError WithExtensions(IReadOnlyDictionary<string, object?> extensions);

    IError WithException(Exception? exception);

    IError SetExtension(string key, object? value);

    IError RemoveExtension(string key);
}
