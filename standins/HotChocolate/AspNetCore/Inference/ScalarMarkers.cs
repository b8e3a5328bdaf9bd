using HotChocolate.Model;
using HotChocolate.Types;

namespace HotChocolate.Inference;

/// <summary>The scalar behind each schema type that C# code can name.</summary>
internal static class ScalarMarkers
{
    public static ScalarModel? Find(Type schemaType) => All.GetValueOrDefault(schemaType);

    private static readonly Dictionary<Type, ScalarModel> All = new()
    {
        [typeof(StringType)] = BuiltInScalars.String,
        [typeof(IntType)] = BuiltInScalars.Int,
        [typeof(FloatType)] = BuiltInScalars.Float,
        [typeof(BooleanType)] = BuiltInScalars.Boolean,
        [typeof(IdType)] = BuiltInScalars.Id,
        [typeof(LongType)] = BuiltInScalars.Long,
        [typeof(DateType)] = BuiltInScalars.Date,
        [typeof(LocalDateType)] = BuiltInScalars.LocalDate,
        [typeof(DateTimeType)] = BuiltInScalars.DateTime
    };
}
