using Networks.Testing;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Networks.Silo.Tests.Storage;

/// <summary>A fact of a store; skipped, with the reason, in classes that need a PostgreSQL server where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Networks.Silo.Tests.Storage.StoreFactDiscoverer", "Networks.Silo.Tests")]
public sealed class StoreFactAttribute : FactAttribute;

/// <summary>Marks a class of facts that need a PostgreSQL server.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsPostgreSqlAttribute : Attribute;

/// <summary>Finds the facts of stores.</summary>
public sealed class StoreFactDiscoverer(IMessageSink messages) : FactDiscoverer(messages)
{
    /// <inheritdoc/>
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions options, ITestMethod method, IAttributeInfo fact)
    {
        ArgumentNullException.ThrowIfNull(method);
        var display = options.MethodDisplayOrDefault();
        var needs = method.TestClass.Class.GetCustomAttributes(typeof(NeedsPostgreSqlAttribute)).Any();
        return needs && PostgresServer.WhyMissing is { } reason
            ? new SkippedStoreFact(DiagnosticMessageSink, display, options.MethodDisplayOptionsOrDefault(), method, reason)
            : base.CreateTestCase(options, method, fact);
    }
}

/// <summary>A fact that cannot run here, and why.</summary>
public sealed class SkippedStoreFact : XunitTestCase
{
    private string? _reason;

    /// <summary>For the test runner alone, which fills it from its serialised form.</summary>
    [Obsolete("Called by the test runner")]
    public SkippedStoreFact()
    {
    }

    /// <summary>A fact with the reason it is skipped for.</summary>
    public SkippedStoreFact(
        IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method, string reason)
        : base(messages, display, options, method) => _reason = reason;

    /// <inheritdoc/>
    public override void Serialize(IXunitSerializationInfo data)
    {
        base.Serialize(data);
        data.AddValue("reason", _reason);
    }

    /// <inheritdoc/>
    public override void Deserialize(IXunitSerializationInfo data)
    {
        base.Deserialize(data);
        _reason = data.GetValue<string>("reason");
    }

    /// <inheritdoc/>
    protected override string GetSkipReason(IAttributeInfo factAttribute) => _reason ?? "";
}
