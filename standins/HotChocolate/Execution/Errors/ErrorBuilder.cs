namespace HotChocolate;

/// <summary>Builds an <see cref="IError"/>; a code is written to `extensions.code` as well.</summary>
public class ErrorBuilder : IErrorBuilder
{
    private string? _message;
    private string? _code;
    private Path? _path;
    private List<Location>? _locations;
    private OrderedDictionary<string, object?>? _extensions;
    private Exception? _exception;

    public static IErrorBuilder New() => new ErrorBuilder();

    public static IErrorBuilder FromError(IError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new ErrorBuilder
        {
            _message = error.Message,
            _code = error.Code,
            _path = error.Path,
            _locations = error.Locations is null ? null : [.. error.Locations],
            _extensions = error.Extensions is null ? null : new(error.Extensions),
            _exception = error.Exception
        };
    }

    public IErrorBuilder SetMessage(string message)
    {
        ArgumentException.ThrowIfNullOrEmpty(message);
        _message = message;
        return this;
    }

    public IErrorBuilder SetCode(string? code)
    {
        _code = string.IsNullOrEmpty(code) ? null : code;
        return _code is null ? RemoveExtension("code") : SetExtension("code", _code);
    }

    public IErrorBuilder SetPath(Path? path)
    {
        _path = path;
        return this;
    }

    public IErrorBuilder AddLocation(Location location)
    {
        (_locations ??= []).Add(location);
        return this;
    }

    public IErrorBuilder ClearLocations()
    {
        _locations = null;
        return this;
    }

    public IErrorBuilder SetException(Exception? exception)
    {
        _exception = exception;
        return this;
    }

    public IErrorBuilder SetExtension(string key, object? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        (_extensions ??= [])[key] = value;
        return this;
    }

    public IErrorBuilder RemoveExtension(string key)
    {
        _extensions?.Remove(key);
        return this;
    }

    public IErrorBuilder ClearExtensions()
    {
        _extensions = null;
        return this;
    }

    public IError Build() => new Error
    {
        Message = _message ?? throw new InvalidOperationException("An error needs a message: call SetMessage before Build."),
        Code = _code,
        Path = _path,
        Locations = _locations is null ? null : [.. _locations],
        Extensions = _extensions is null or { Count: 0 } ? null : new OrderedDictionary<string, object?>(_extensions),
        Exception = _exception
    };
}
