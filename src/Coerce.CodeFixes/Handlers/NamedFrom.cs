using System.Linq;
using System.Threading;
using Coerce.CodeAnalysis;
using Coerce.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Coerce.CodeFixes.Handlers;

/// <summary>Whether a type can stand in a handler of an actor, which may be in another project than the caller.</summary>
internal static class NamedFrom
{
    internal static bool CanBeMessage(
        ITypeSymbol type, INamedTypeSymbol actor, Compilation compilation, Solution solution, CancellationToken cancellationToken)
        => SignatureFaults.OfValue(type) == SignatureFault.None
            && Visibilities.IsVisibleInRef(type, actor)
            && IsKnown(type, actor, compilation, solution, cancellationToken);

    private static bool IsKnown(
        ITypeSymbol type, INamedTypeSymbol actor, Compilation compilation, Solution solution, CancellationToken cancellationToken)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return IsKnown(array.ElementType, actor, compilation, solution, cancellationToken);
            case IErrorTypeSymbol or { IsAnonymousType: true } or not INamedTypeSymbol:
                return false;
        }

        var named = (INamedTypeSymbol)type;
        return IsSeenByGenerator(named, actor, solution, cancellationToken)
            && SymbolFinder.FindSimilarSymbols(named.OriginalDefinition, compilation, cancellationToken).Any()
            && named.TypeArguments.All(argument => IsKnown(argument, actor, compilation, solution, cancellationToken));
    }

    // Of generated types in the same project it knows its own, and those only.
    private static bool IsSeenByGenerator(
        INamedTypeSymbol type, INamedTypeSymbol actor, Solution solution, CancellationToken cancellationToken)
        => type.DeclaringSyntaxReferences.IsEmpty
            || !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, actor.ContainingAssembly)
            || ActorRefs.IsMadeWithAnActor(type)
            || Declarations.Of(type, solution, cancellationToken).Any();
}
