using System.ComponentModel;

namespace Coerce.Dispatch;

/// <summary>On an assembly: a name on the wire that several of its declarations have. Written by the generator for the analyzers, which report it as
/// COERCE0404; an assembly that was built has none.</summary>
/// <param name="name">The full name, such as <c>bank.Deposit</c>.</param>
/// <param name="types">The messages, enums and actors that have it.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ContractClashAttribute(string name, params Type[] types) : Attribute
{
    /// <summary>The full name.</summary>
    public string Name { get; } = name;

    /// <summary>The messages, enums and actors that have it.</summary>
    public IReadOnlyList<Type> Types { get; } = types;
}
