using System.Reflection;
using Orleans.Serialization.Invocation;

namespace Orleans.Runtime;

/// <summary>A call on its way through the caller's filters.</summary>
internal sealed class OutgoingCall<TResult>(Invocation<TResult> call, GrainCaller caller, IOutgoingGrainCallFilter[] filters)
    : IOutgoingGrainCallContext
{
    private int _stage;

    public IInvokable Request => call;

    public object Grain => call.Reference;

    public GrainId? SourceId => SourceContext?.GrainId;

    public IGrainContext? SourceContext { get; } = RuntimeContext.Current;

    public GrainId TargetId => call.TargetId;

    public GrainInterfaceType InterfaceType => call.Reference.Interface.InterfaceType;

    public string InterfaceName => call.GetInterfaceName();

    public string MethodName => call.GetMethodName();

    public MethodInfo InterfaceMethod => call.GetMethod();

    public Response? Response { get; set; }

    public object? Result
    {
        get => Response is { Exception: null } answered ? answered.Result : null;
        set => Response = Response.FromResult(value);
    }

    /// <summary>Hands the call on to the next filter, or sends it. Calling it again sends the call again.</summary>
    public async Task Invoke()
    {
        try
        {
            if (_stage < filters.Length)
            {
                var filter = filters[_stage++];
                await filter.Invoke(this);
                BrokenFilter.Refuse(Response, filter);
                return;
            }

            _stage++;
            try
            {
                Response = Response.FromResult<object?>(await caller.Dispatch(call.Again()));
            }
            catch (Exception fault)
            {
                Response = Response.FromException(fault);
            }
        }
        finally
        {
            _stage--;
        }
    }
}
