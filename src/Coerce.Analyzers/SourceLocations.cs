using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Analyzers;

/// <summary>Where in the user's own code a problem shows.</summary>
internal static class SourceLocations
{
    /// <summary>The name of the class in the part that has the attribute.</summary>
    internal static Location OfActor(INamedTypeSymbol actor)
        => KnownAttributes.Actor(actor)?.ApplicationSyntaxReference?.GetSyntax().Parent?.Parent is BaseTypeDeclarationSyntax part
            ? part.Identifier.GetLocation()
            : actor.Locations[0];

    /// <summary>The name of the class in the part that has <c>[Behavior]</c>.</summary>
    internal static Location OfBehavior(INamedTypeSymbol behavior)
        => KnownAttributes.Behavior(behavior)?.ApplicationSyntaxReference?.GetSyntax().Parent?.Parent is BaseTypeDeclarationSyntax part
            ? part.Identifier.GetLocation()
            : behavior.Locations[0];

    /// <summary>The name of the symbol, or of the actor when the symbol is not in its source.</summary>
    internal static Location Of(ISymbol subject, INamedTypeSymbol actor)
        => !SymbolEqualityComparer.Default.Equals(subject, actor) && subject.Locations.Length > 0 && subject.Locations[0].IsInSource
            ? subject.Locations[0]
            : OfActor(actor);
}
