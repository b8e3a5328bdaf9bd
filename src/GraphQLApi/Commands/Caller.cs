using Networks.Domain.Measures;
using Networks.Domain.Organisations;

namespace Networks.GraphQLApi.Commands;

/// <summary>
/// Who asks. Until people sign in, a caller says it in the header <c>Networks-Caller</c>; the server listens on this machine only.
/// </summary>
public sealed class Caller(IHttpContextAccessor http)
{
    /// <summary>The header that names the human behind a request.</summary>
    public const string Header = "Networks-Caller";

    /// <summary>The header that names the organisation that the human works for.</summary>
    public const string OrganisationHeader = "Networks-Organisation";

    /// <summary>The longest name taken.</summary>
    public const int NameLengthMax = 100;

    /// <summary>The name; null when nobody was named.</summary>
    public string? Name =>
        http.HttpContext?.Request.Headers[Header].ToString().Trim() is { Length: > 0 and <= NameLengthMax } name ? name : null;

    /// <summary>The caller's organisation; null, the store's own people, when none was named or what was named can be none.</summary>
    public OrganisationId? Organisation =>
        http.HttpContext?.Request.Headers[OrganisationHeader].ToString() is { Length: > 0 } reference && References.Fault(reference) is null
            ? OrganisationId.Of(reference)
            : null;

    /// <summary>
    /// Whether contact cards and the labels of people outside the register are for the caller to see: only coordinators may. Until people
    /// sign in, whoever gives a name answers for what is done under it; a caller without one is shown neither.
    /// </summary>
    public bool IsCoordinator => Name is not null;

    /// <summary>The name, or words that say that none was given.</summary>
    public string NameOrUnnamed => Name ?? "unnamed caller";
}
