using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>What <c>[Contract]</c> says of types, on them or on the assembly.</summary>
internal sealed class ContractVouches
{
    private readonly Dictionary<ISymbol, AttributeData> _ofAssembly = new(SymbolEqualityComparer.Default);

    public ContractVouches(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (IsContract(attribute) && attribute.ConstructorArguments.Length == 1 && attribute.ConstructorArguments[0].Value is INamedTypeSymbol type)
            {
                _ofAssembly[type] = attribute;
            }
        }
    }

    /// <summary>The types from elsewhere that the assembly speaks for.</summary>
    public IEnumerable<INamedTypeSymbol> OfAssembly => _ofAssembly.Keys.OfType<INamedTypeSymbol>();

    /// <summary>Whether the assembly says something of the type.</summary>
    public bool SpeaksFor(INamedTypeSymbol type) => _ofAssembly.Count > 0 && _ofAssembly.ContainsKey(type);

    public AttributeData? Find(INamedTypeSymbol type)
        => _ofAssembly.TryGetValue(type, out var attribute) ? attribute : type.GetAttributes().FirstOrDefault(IsContract);

    public bool IsMarked(INamedTypeSymbol type) => Find(type) is not null;

    /// <summary>The name that the attribute gives; null for that of the type.</summary>
    public string? NameOf(INamedTypeSymbol type)
        => Find(type) is { ConstructorArguments: { Length: 1 } arguments } && arguments[0].Value is string { Length: > 0 } name ? name : null;

    public INamedTypeSymbol? ConverterOf(INamedTypeSymbol type)
        => Find(type) is { } attribute
            ? attribute.NamedArguments.FirstOrDefault(static argument => argument.Key == "Converter").Value.Value as INamedTypeSymbol
            : null;

    /// <summary>What the converter makes of the type; null when it is none for it.</summary>
    public static ITypeSymbol? DataOf(INamedTypeSymbol converter, INamedTypeSymbol type)
        => converter.AllInterfaces.FirstOrDefault(declared => declared is { Name: "IContractConverter", Arity: 2 } && KnownTypes.IsInCoerce(declared)
            && SymbolEqualityComparer.Default.Equals(declared.TypeArguments[0], type))?.TypeArguments[1];

    private static bool IsContract(AttributeData attribute)
        => attribute.AttributeClass is { Name: WellKnownNames.ContractAttribute } type && KnownTypes.IsInCoerce(type);
}
