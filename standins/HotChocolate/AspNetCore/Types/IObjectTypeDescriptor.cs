namespace HotChocolate.Types;

/// <summary>Configures an object type in code; this engine knows the two things a root type needs.</summary>
public interface IObjectTypeDescriptor
{
    IObjectTypeDescriptor Name(string value);

    IObjectTypeDescriptor Description(string? value);
}
