using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>Finds the classes that derive from a protocol.</summary>
internal static class ProtocolTypes
{
    /// <summary>Those of all assemblies that could have any, in the order of declaration.</summary>
    public static ImmutableArray<INamedTypeSymbol> DerivedFrom(INamedTypeSymbol protocol, Compilation compilation)
        => Candidates(protocol, compilation)
            .Where(type => type.TypeKind == TypeKind.Class && !type.IsStatic && Derives(type, protocol))
            .OrderBy(type => type.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath, System.StringComparer.Ordinal)
            .ThenBy(type => type.DeclaringSyntaxReferences.FirstOrDefault()?.Span.Start)
            .ToImmutableArray();

    public static bool Derives(INamedTypeSymbol type, INamedTypeSymbol from)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(ancestor.OriginalDefinition, from))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All classes inside, at whatever depth.</summary>
    public static IEnumerable<INamedTypeSymbol> In(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type)
            {
                yield return type;
            }

            if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (var nested in In(inner))
                {
                    yield return nested;
                }
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> Candidates(INamedTypeSymbol protocol, Compilation compilation)
    {
        // Who else could call a private constructor? Most protocols are read here, and no assembly is searched.
        if (protocol.InstanceConstructors.All(constructor => constructor.DeclaredAccessibility == Accessibility.Private || IsCopy(constructor)))
        {
            return In(protocol);
        }

        var home = protocol.ContainingAssembly;
        var types = In(home.GlobalNamespace);
        if (!protocol.InstanceConstructors.Any(IsOpen) || !IsVisibleOutside(protocol))
        {
            return types;
        }

        return compilation.SourceModule.ReferencedAssemblySymbols
            .Append(compilation.Assembly)
            .Where(assembly => !SymbolEqualityComparer.Default.Equals(assembly, home) && RefersTo(assembly, home))
            .Aggregate(types, (all, assembly) => all.Concat(In(assembly.GlobalNamespace)));
    }

    private static bool IsOpen(IMethodSymbol constructor)
        => constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
            && !IsCopy(constructor);

    private static bool IsCopy(IMethodSymbol constructor)
        => constructor is { ContainingType.IsRecord: true, Parameters: { Length: 1 } parameters }
            && SymbolEqualityComparer.Default.Equals(parameters[0].Type, constructor.ContainingType);

    private static bool IsVisibleOutside(INamedTypeSymbol type)
    {
        for (var part = type; part is not null; part = part.ContainingType)
        {
            if (part.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
            {
                return false;
            }
        }

        return true;
    }

    private static bool RefersTo(IAssemblySymbol assembly, IAssemblySymbol other)
        => assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Equals(other.Identity)));
}
