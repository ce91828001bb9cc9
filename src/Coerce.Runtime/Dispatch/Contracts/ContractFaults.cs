using System.ComponentModel;

namespace Coerce.Dispatch;

/// <summary>What generated contracts throw for values that they cannot carry.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ContractFaults
{
    /// <summary>A member that is null though its type allows none.</summary>
    public static Exception Null() => new FieldException("is null, and the type of the member does not allow that. Give it a value, or declare it nullable");

    /// <summary>A value of a type that derives from the one that was promised.</summary>
    /// <param name="contract">The message.</param>
    /// <param name="value">The value.</param>
    public static Exception Derived(string contract, object value)
        => new FieldException($"the value is a {value.GetType()}, of which {contract} would lose a part. Make the hierarchy closed: an abstract record with sealed cases");

    /// <summary>A case that the hierarchy had not when it was compiled.</summary>
    /// <param name="contract">The message.</param>
    /// <param name="value">The value.</param>
    public static Exception UnknownCase(string contract, object? value)
        => new FieldException(value is null ? "the value is null" : $"{value.GetType()} is none of the cases of {contract}");

    internal static FieldException NullItem() => new("has null among its items, which no field can carry");

    internal static FieldException TooDeep() => new("has messages in messages, deeper than ContractLimits.MaxDepth allows, or refers to itself");

    internal static FieldException TooMuch()
        => new("has far more bytes than ContractLimits.MaxSize allows: what stands in a value several times is sent as often. Send less at once, or say once what is shared");
}

/// <summary>On a generated contract: the message that it is for. Read by the generator when another assembly refers to it.</summary>
/// <param name="name">The full name of the message.</param>
[AttributeUsage(AttributeTargets.Struct)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ContractNameAttribute(string name) : Attribute
{
    /// <summary>The full name of the message.</summary>
    public string Name { get; } = name;
}
