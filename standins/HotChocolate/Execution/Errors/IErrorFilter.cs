namespace HotChocolate;

/// <summary>Sees every error before it is answered and may replace it.</summary>
public interface IErrorFilter
{
    IError OnError(IError error);
}
