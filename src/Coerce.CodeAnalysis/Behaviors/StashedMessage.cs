using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.CodeAnalysis;

/// <summary>A type that a behaviour names in <c>[Stashes]</c>.</summary>
internal readonly struct StashedMessage(ITypeSymbol type, TypeOfExpressionSyntax syntax)
{
    /// <summary>An error type while it is not generated yet, or does not exist.</summary>
    public ITypeSymbol Type { get; } = type;

    public TypeOfExpressionSyntax Syntax { get; } = syntax;

    /// <summary>Whether it is the message of the handler.</summary>
    public bool IsOf(HandlerSignature handler, INamedTypeSymbol actor)
        => handler.Style == HandlerStyle.Message
            ? handler.Message is { } message && MessageTypes.AreSame(message, Type)
            : Type.Name == handler.Name
                && Type.ContainingType is { Name: WellKnownNames.Messages, ContainingType: { } owner }
                && SymbolEqualityComparer.Default.Equals(owner.OriginalDefinition, actor.OriginalDefinition);

    /// <summary>Those of a class, in the order in which they are written. Read from the text: what is not generated yet has no symbol.</summary>
    public static IEnumerable<StashedMessage> Of(INamedTypeSymbol behavior, Compilation compilation)
    {
        foreach (var attribute in KnownAttributes.Stashes(behavior))
        {
            if (attribute.ApplicationSyntaxReference is not { } reference || !compilation.ContainsSyntaxTree(reference.SyntaxTree))
            {
                continue;
            }

#pragma warning disable RS1030 // The attribute may stand in another part of the class than the one that is analyzed.
            var model = compilation.GetSemanticModel(reference.SyntaxTree);
#pragma warning restore RS1030
            foreach (var syntax in reference.GetSyntax().DescendantNodes().OfType<TypeOfExpressionSyntax>())
            {
                if (model.GetTypeInfo(syntax.Type).Type is { } type)
                {
                    yield return new(type, syntax);
                }
            }
        }
    }
}
