namespace HotChocolate;

/// <summary>An input that may be absent: absent is not the same as null.</summary>
public readonly struct Optional<T> : IEquatable<Optional<T>>
{
    public Optional(T? value)
    {
        Value = value;
        HasValue = true;
    }

    public T? Value { get; }

    /// <summary>The client said something, be it null.</summary>
    public bool HasValue { get; }

    public bool IsEmpty => !HasValue;

    public static implicit operator Optional<T>(T value) => new(value);

    public static implicit operator T?(Optional<T> optional) => optional.Value;

    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    public static Optional<T> Empty() => default;

    public bool Equals(Optional<T> other) =>
        HasValue == other.HasValue && EqualityComparer<T?>.Default.Equals(Value, other.Value);

    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    public override int GetHashCode() => HasValue ? HashCode.Combine(Value) : 0;

    public override string ToString() => HasValue ? Value?.ToString() ?? "null" : "unspecified";
}
