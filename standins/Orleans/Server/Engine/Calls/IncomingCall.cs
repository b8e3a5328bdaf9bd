using System.Reflection;
using System.Runtime.ExceptionServices;
using Orleans.Serialization.Invocation;

namespace Orleans.Runtime;

/// <summary>A call on its way through the silo's filters, then the grain's own, to the grain.</summary>
internal sealed class IncomingCall(Invocation call, Activation activation) : IIncomingGrainCallContext
{
    private int _stage;

    public IInvokable Request => call;

    public object Grain => activation.GrainInstance!;

    public GrainId? SourceId => call.Source?.GrainId;

    public GrainId TargetId => activation.GrainId;

    public IGrainContext TargetContext => activation;

    public GrainInterfaceType InterfaceType => GrainInterface.Of(call.Method.InterfaceType).InterfaceType;

    public string InterfaceName => call.GetInterfaceName();

    public string MethodName => call.GetMethodName();

    public MethodInfo InterfaceMethod => call.GetMethod();

    public MethodInfo ImplementationMethod
    {
        get
        {
            var map = Grain.GetType().GetInterfaceMap(call.Method.InterfaceType);
            var definition = InterfaceMethod.IsGenericMethod ? InterfaceMethod.GetGenericMethodDefinition() : InterfaceMethod;
            return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, definition)];
        }
    }

    public Response? Response { get; set; }

    public object? Result
    {
        get => Response is { Exception: null } answered ? answered.Result : null;
        set => Response = Response.FromResult(value);
    }

    /// <summary>Hands the call on to the next filter, or runs it. Calling it again runs the call again.</summary>
    public async Task Invoke()
    {
        var filters = activation.Filters;
        try
        {
            if (_stage < filters.Length)
            {
                var filter = filters[_stage++];
                await filter.Invoke(this);
                BrokenFilter.Refuse(Response, filter);
            }
            else if (_stage++ == filters.Length && Grain is IIncomingGrainCallFilter own)
            {
                await own.Invoke(this);
                BrokenFilter.Refuse(Response, own);
            }
            else
            {
                Response = await call.Invoke();
                if (Response.Exception is { } fault)
                {
                    // A filter sees a failed call as the exception it is.
                    ExceptionDispatchInfo.Throw(fault);
                }
            }
        }
        finally
        {
            _stage--;
        }
    }
}
