using System.Runtime.ExceptionServices;

namespace Orleans.Serialization.Invocation;

/// <summary>What a call came to: a result, nothing, or an exception.</summary>
public abstract class Response : IDisposable
{
    public static Response Completed { get; } = new ResultResponse();

    public abstract object? Result { get; set; }

    public abstract Exception? Exception { get; set; }

    public static Response FromException(Exception exception) => new FaultResponse { Exception = exception };

    public static Response FromResult<TResult>(TResult value) => new ResultResponse { Result = value };

    public abstract T? GetResult<T>();

    public abstract void Dispose();

    public override string ToString() => Exception?.ToString() ?? Result?.ToString() ?? "[null]";

    private sealed class ResultResponse : Response
    {
        public override object? Result { get; set; }

        public override Exception? Exception
        {
            get => null;
            set => throw new InvalidOperationException("This response carries a result; replace the response to answer with an exception.");
        }

        public override T? GetResult<T>()
            where T : default => (T?)Result;

        public override void Dispose()
        {
        }
    }

    private sealed class FaultResponse : Response
    {
        public override object? Result
        {
            get
            {
                ExceptionDispatchInfo.Throw(Exception!);
                return null;
            }

            set => throw new InvalidOperationException("This response carries an exception; replace the response to answer with a result.");
        }

        public override Exception? Exception { get; set; }

        public override T? GetResult<T>()
            where T : default => (T?)Result;

        public override void Dispose()
        {
        }
    }
}
