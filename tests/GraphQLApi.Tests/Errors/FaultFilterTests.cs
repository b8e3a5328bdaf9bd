using HotChocolate;
using Networks.GraphQLApi.Errors;

namespace Networks.GraphQLApi.Tests.Errors;

public sealed class FaultFilterTests
{
    private readonly FaultFilter _filter = new();

    [Fact]
    public void A_fault_says_nothing_of_the_inside()
    {
        var error = _filter.OnError(Error(new InvalidOperationException("Password=secret")));
        Assert.Equal("INTERNAL", error.Code);
        Assert.Null(error.Exception);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.NotEqual(error.Message, _filter.OnError(Error(new InvalidOperationException())).Message);
    }

    [Fact]
    public void A_call_that_took_too_long_says_so()
    {
        Assert.Equal("TIMED_OUT", _filter.OnError(Error(new TimeoutException())).Code);
        Assert.Equal("TIMED_OUT", _filter.OnError(Error(new TaskCanceledException())).Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("HC0011")]
    [InlineData("HC0014")]
    [InlineData("HC0016")]
    [InlineData("HC0018")]
    public void What_an_engine_refuses_before_it_runs_has_the_same_code_as_any_bad_argument(string? code) =>
        Assert.Equal("BAD_ARGUMENT", _filter.OnError(ErrorBuilder.New().SetMessage("No such field.").SetCode(code).Build()).Code);

    [Fact]
    public void A_value_that_is_missing_in_an_answer_is_no_bad_argument()
    {
        var missing = ErrorBuilder.New().SetMessage("Null.").SetCode("HC0018").SetPath(HotChocolate.Path.Root.Append("area")).Build();
        Assert.Same(missing, _filter.OnError(missing));
    }

    [Fact]
    public void A_refusal_stays_as_it_is()
    {
        var refusal = ErrorBuilder.New().SetMessage("No such ward.").SetCode("UNKNOWN_WARD").Build();
        Assert.Same(refusal, _filter.OnError(refusal));
    }

    private static IError Error(Exception fault) => ErrorBuilder.New().SetMessage("Unexpected.").SetException(fault).Build();
}
