using System;
using System.Collections.Generic;
using System.Linq;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Isolation;

/// <summary>What somebody answers for: <c>[Sendable]</c> on a type, or on this assembly or one that it refers to.</summary>
internal sealed class Vouches
{
    private readonly IAssemblySymbol _coerce;
    private readonly Lazy<HashSet<ISymbol>> _foreign;

    /// <param name="compilation">The program.</param>
    /// <param name="coerce">The assembly that has the attribute.</param>
    public Vouches(Compilation compilation, IAssemblySymbol coerce)
    {
        _coerce = coerce;
        _foreign = new(() => Read(compilation));
    }

    public bool Has(INamedTypeSymbol type)
        => KnownAttributes.IsSendable(type.OriginalDefinition) || _foreign.Value.Contains(type) || _foreign.Value.Contains(type.OriginalDefinition);

    private HashSet<ISymbol> Read(Compilation compilation)
    {
        var types = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols.Where(RefersToCoerce).Prepend(compilation.Assembly))
        {
            foreach (var attribute in assembly.GetAttributes())
            {
                if (attribute.AttributeClass is { Name: WellKnownNames.SendableAttribute } type
                    && KnownTypes.IsInCoerce(type)
                    && attribute.ConstructorArguments.Length == 1
                    && attribute.ConstructorArguments[0].Value is INamedTypeSymbol vouched)
                {
                    types.Add(vouched.IsUnboundGenericType ? vouched.OriginalDefinition : vouched);
                }
            }
        }

        return types;
    }

    // The attributes of the framework's own assemblies are not worth reading.
    private bool RefersToCoerce(IAssemblySymbol assembly)
        => assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == _coerce.Name));
}
