namespace HotChocolate.Model;

/// <summary>The five scalars of the specification and the two this API adds; one instance each, shared by all schemas.</summary>
internal static partial class BuiltInScalars
{
    public static ScalarModel Int { get; } = IntScalar();
    public static ScalarModel Float { get; } = FloatScalar();
    public static ScalarModel String { get; } = StringScalar();
    public static ScalarModel Boolean { get; } = BooleanScalar();
    public static ScalarModel Id { get; } = IdScalar();

    /// <summary>64-bit integers, written as JSON numbers.</summary>
    public static ScalarModel Long { get; } = LongScalar();

    /// <summary>A civil date, yyyy-MM-dd, as <see cref="DateOnly"/>.</summary>
    public static ScalarModel Date { get; } = DateScalar("Date");

    /// <summary>What genuine HotChocolate calls a date that was not bound to Date.</summary>
    public static ScalarModel LocalDate { get; } = DateScalar("LocalDate");

    /// <summary>An instant, RFC 3339 with an offset, as <see cref="DateTimeOffset"/>; answered in UTC.</summary>
    public static ScalarModel DateTime { get; } = DateTimeScalar();

    public static bool IsSpecified(NamedModel type) => type.Name is "Int" or "Float" or "String" or "Boolean" or "ID";
}
