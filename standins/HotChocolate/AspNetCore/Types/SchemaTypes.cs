namespace HotChocolate.Types;

public class StringType : IType;

public class IntType : IType;

public class FloatType : IType;

public class BooleanType : IType;

public class IdType : IType;

public class LongType : IType;

public class DateType : IType;

public class LocalDateType : IType;

public class DateTimeType : IType;

public class NonNullType<T> : IType
    where T : IType;

public class ListType<T> : IType
    where T : IType;
