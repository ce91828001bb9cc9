namespace Coerce;

/// <summary>Says that values of a type may leave the process, and how.</summary>
/// <remarks>
/// <para>What a named actor or an entity handles and replies has a contract without it: the generator follows their signatures. It is there for
/// types that no actor of this assembly handles, for another name on the wire, and for types that need a converter.</para>
/// <para>For a type from elsewhere it is put on the assembly: <c>[assembly: Contract(typeof(Money), Converter = typeof(MoneyConverter))]</c>.</para>
/// </remarks>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Interface | AttributeTargets.Assembly,
    AllowMultiple = true,
    Inherited = false)]
public sealed class ContractAttribute : Attribute
{
    /// <summary>A contract with the name of the type.</summary>
    public ContractAttribute()
    {
    }

    /// <summary>A contract with a name of its own, which stays when the type is renamed.</summary>
    /// <param name="name">The name of the protobuf message within the package, such as <c>Deposit</c> or <c>Order.Line</c>.</param>
    public ContractAttribute(string name) => Name = name;

    /// <summary>A contract for a type from elsewhere; on an assembly.</summary>
    /// <param name="type">The type.</param>
    public ContractAttribute(Type type) => Type = type;

    /// <summary>The name of the protobuf message within the package; null for that of the type.</summary>
    public string? Name { get; }

    /// <summary>The type from elsewhere; null for the type that this is on.</summary>
    public Type? Type { get; }

    /// <summary>A class that implements <see cref="IContractConverter{T,TData}"/> for the type; null for none.</summary>
    public Type? Converter { get; set; }
}
