using Coerce.CodeAnalysis;
using Coerce.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Coerce.Generators.Parsing;

/// <summary>Where the types of an actor's signatures can be named, seen from its ref.</summary>
internal sealed class TypeReach
{
    private readonly Compilation _compilation;
    private readonly INamedTypeSymbol _actor;
    private readonly bool _isRefNested;

    /// <param name="compilation">The program.</param>
    /// <param name="actor">The actor.</param>
    /// <param name="isRefNested">Whether the ref stands beside the actor; if not, it stands in the namespace.</param>
    internal TypeReach(Compilation compilation, INamedTypeSymbol actor, bool isRefNested)
    {
        _compilation = compilation;
        _actor = actor;
        _isRefNested = isRefNested;
    }

    internal Reach Of(ITypeSymbol type)
    {
        if (Any(type, IsForeignParameter)) return Reach.Private;
        if (!_isRefNested) return FromNamespace(type);

        return Visibilities.InRef(type, _actor) switch
        {
            Accessibility.Public => Reach.AsRef,
            Accessibility.Internal => Reach.Internal,
            _ => Reach.Private,
        };
    }

    // A type parameter of the handler, or of a type that the ref is not part of.
    private bool IsForeignParameter(ITypeSymbol type)
        => type is ITypeParameterSymbol parameter
            && (parameter.TypeParameterKind == TypeParameterKind.Method
                || (!_isRefNested && !SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _actor)));

    private Reach FromNamespace(ITypeSymbol type)
        => Any(type, part => part is INamedTypeSymbol and not IErrorTypeSymbol && !IsAccessible(part)) ? Reach.Private
            : IsPublic(_actor) && Any(type, part => part is INamedTypeSymbol and not IErrorTypeSymbol && !IsPublic(part)) ? Reach.Internal
            : Reach.AsRef;

    private bool IsAccessible(ITypeSymbol type)
        => type is not INamedTypeSymbol { IsFileLocal: true } && _compilation.IsSymbolAccessibleWithin(type.OriginalDefinition, _compilation.Assembly);

    private static bool IsPublic(ITypeSymbol type)
        => type.DeclaredAccessibility == Accessibility.Public && (type.ContainingType is not { } container || IsPublic(container));

    private static bool Any(ITypeSymbol type, Func<ITypeSymbol, bool> predicate)
        => predicate(type) || type switch
        {
            IArrayTypeSymbol array => Any(array.ElementType, predicate),
            INamedTypeSymbol named => named.TypeArguments.Any(argument => Any(argument, predicate))
                || (named.ContainingType is { } outer && Any(outer, predicate)),
            _ => false,
        };
}
