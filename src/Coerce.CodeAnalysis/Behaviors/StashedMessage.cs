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
    /// <remarks>An attribute cannot name type parameters, so that <c>Put&lt;&gt;</c> stands for <c>Put&lt;T&gt;</c>.</remarks>
    public bool IsOf(HandlerSignature handler, INamedTypeSymbol actor)
        => handler.Style == HandlerStyle.Message
            ? handler.Message is { } message && (MessageTypes.AreSame(message, Type) || IsOpenFormOf(message))
            : Type.Name == handler.Name
                && Type.ContainingType is { Name: WellKnownNames.Messages, ContainingType: { } owner }
                && SymbolEqualityComparer.Default.Equals(owner.OriginalDefinition, actor.OriginalDefinition);

    /// <summary>The same while <c>Messages</c> does not exist yet, and there is nothing but the text.</summary>
    public bool IsWrittenAs(HandlerSignature handler, INamedTypeSymbol actor)
        => handler.Style == HandlerStyle.Method
            && Syntax.Type is QualifiedNameSyntax { Right.Identifier.ValueText: var name, Left: var messages }
            && name == handler.Name
            && messages switch
            {
                IdentifierNameSyntax { Identifier.ValueText: WellKnownNames.Messages } => true,
                QualifiedNameSyntax { Right.Identifier.ValueText: WellKnownNames.Messages, Left: var owner } =>
                    owner.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Last().Identifier.ValueText == actor.Name,
                _ => false,
            };

    private bool IsOpenFormOf(ITypeSymbol message)
        => Type is INamedTypeSymbol { IsUnboundGenericType: true }
            && SymbolEqualityComparer.Default.Equals(Type.OriginalDefinition, message.OriginalDefinition);

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
