namespace HotChocolate;

/// <summary>Thrown by a resolver to answer with these errors as they are; any other exception is hidden behind a general message.</summary>
public class GraphQLException : Exception
{
    public GraphQLException(string message)
        : base(message)
        => Errors = [ErrorBuilder.New().SetMessage(message).Build()];

    public GraphQLException(IError error)
        : base(error?.Message)
    {
        ArgumentNullException.ThrowIfNull(error);
        Errors = [error];
    }

    public GraphQLException(params IError[] errors)
        : this((IEnumerable<IError>)errors)
    {
    }

    public GraphQLException(IEnumerable<IError> errors)
        : base(errors?.FirstOrDefault()?.Message)
    {
        ArgumentNullException.ThrowIfNull(errors);
        Errors = [.. errors];
    }

    public IReadOnlyList<IError> Errors { get; }
}
