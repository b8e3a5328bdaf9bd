namespace HotChocolate.Http;

/// <summary>The request cannot be read; status, code and sentence go to the client as they are.</summary>
internal sealed class RefusedRequestException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;
}
