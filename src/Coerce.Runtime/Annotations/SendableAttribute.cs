namespace Coerce;

/// <summary>Vouches that a type may be sent to an actor: it is a value, never changes, or takes care of several threads itself.</summary>
/// <remarks>
/// <para>The build checks what is sent (COERCE0201), and knows values, immutable types and those made for several threads. With this its
/// author answers for what the build cannot see, such as a class that locks.</para>
/// <para>For a type from elsewhere it is put on the assembly, <c>[assembly: Sendable(typeof(Regex))]</c>, an open generic type included,
/// and holds there and in the assemblies that refer to it.</para>
/// </remarks>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Delegate | AttributeTargets.Enum
        | AttributeTargets.Assembly,
    AllowMultiple = true,
    Inherited = false)]
public sealed class SendableAttribute : Attribute
{
    /// <summary>Vouches for the type that this is on.</summary>
    public SendableAttribute()
    {
    }

    /// <summary>Vouches for a type from elsewhere; on an assembly.</summary>
    /// <param name="type">The type.</param>
    public SendableAttribute(Type type) => Type = type;

    /// <summary>The type from elsewhere; null for the type that this is on.</summary>
    public Type? Type { get; }
}
