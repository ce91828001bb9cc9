using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>The names by which nodes know actors.</summary>
internal static class WireNames
{
    /// <summary>What <c>[Actor("...")]</c> says, or the full name of the class.</summary>
    public static string Of(INamedTypeSymbol actor) => Given(actor) ?? SymbolKeys.Of(actor);

    /// <summary>Null when the attribute gives none.</summary>
    public static string? Given(INamedTypeSymbol actor)
        => KnownAttributes.Actor(actor) is { ConstructorArguments: { Length: > 0 } arguments } && arguments[0].Value is string { Length: > 0 } name
            ? name
            : null;

    /// <summary>Whether a system can find the actor by its name: no type parameters, and nothing private around it.</summary>
    public static bool IsInCatalog(INamedTypeSymbol actor)
    {
        for (var part = actor; part is not null; part = part.ContainingType)
        {
            if (part.Arity > 0
                || part.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return true;
    }
}
