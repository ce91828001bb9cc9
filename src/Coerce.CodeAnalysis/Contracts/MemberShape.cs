using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>A member of a message: a property, a field, or the parameter of a handler that is a message of its own.</summary>
internal sealed class MemberShape
{
    public MemberShape(ISymbol symbol, string name, ITypeSymbol type, MemberLabel label, WireShape item)
    {
        Symbol = symbol;
        Name = name;
        Type = type;
        Label = label;
        Item = item;
    }

    public ISymbol Symbol { get; }

    /// <summary>The name in C#.</summary>
    public string Name { get; }

    public ITypeSymbol Type { get; }

    public MemberLabel Label { get; }

    /// <summary>The value, or the item of the list, or the value of the map.</summary>
    public WireShape Item { get; }

    /// <summary>The key of the map.</summary>
    public WireShape? Key { get; set; }

    public CollectionForm Collection { get; set; }

    /// <summary>The index of the constructor's parameter that takes it; -1 where it is set afterwards.</summary>
    public int Parameter { get; set; } = -1;

    /// <summary>Whether it is not for eyes.</summary>
    public bool IsSensitive { get; set; }

    public ContractFault? Fault { get; set; }
}
