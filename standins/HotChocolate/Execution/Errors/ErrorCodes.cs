namespace HotChocolate;

/// <summary>The codes this engine gives; clients may rely on them.</summary>
public static class ErrorCodes
{
    /// <summary>The transport does not allow this kind of operation; HTTP answers 405.</summary>
    internal const string OperationNotAllowed = "HC_OPERATION_NOT_ALLOWED";

    public static class Execution
    {
        public const string CannotSerializeLeafValue = "EXEC_INVALID_LEAF_VALUE";
        public const string CannotResolveAbstractType = "EXEC_UNABLE_TO_RESOLVE_ABSTRACT_TYPE";
        public const string ListTypeNotSupported = "EXEC_LIST_TYPE_NOT_SUPPORTED";
        public const string SyntaxError = "HC0014";
        public const string InvalidType = "HC0016";
        public const string NonNullViolation = "HC0018";
        public const string Timeout = "HC0045";
        public const string Canceled = "HC0049";
    }

    public static class Validation
    {
        public const string IntrospectionNotAllowed = "HC0046";
    }
}
