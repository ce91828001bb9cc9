using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Coerce.CodeAnalysis;
using Coerce.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Coerce.CodeFixes.Handlers;

/// <summary>Where an actor gets its next handlers: after the last one, or in the part with the attribute.</summary>
internal sealed record HandlerPlace(Document Document, ClassDeclarationSyntax Class, MethodDeclarationSyntax? Neighbour)
{
    /// <summary>Null when the actor is not in the solution.</summary>
    internal static HandlerPlace? Of(INamedTypeSymbol actor, Solution solution, CancellationToken cancellationToken)
    {
        var last = actor.GetMembers()
            .OfType<IMethodSymbol>()
            .Where(KnownAttributes.IsHandler)
            .SelectMany(method => Declarations.Of(method, solution, cancellationToken))
            .LastOrDefault();

        if (last is (var document, MethodDeclarationSyntax { Parent: ClassDeclarationSyntax holder } method))
        {
            return new HandlerPlace(document, holder, method);
        }

        var attribute = KnownAttributes.Actor(actor)?.ApplicationSyntaxReference?.GetSyntax(cancellationToken);
        return attribute?.FirstAncestorOrSelf<ClassDeclarationSyntax>() is { } part
            && solution.GetDocument(part.SyntaxTree) is { } home and not SourceGeneratedDocument
            ? new HandlerPlace(home, part, null)
            : null;
    }

    internal async Task AddAsync(SolutionEditor solution, IReadOnlyList<NewHandler> handlers, CancellationToken cancellationToken)
    {
        var editor = await solution.GetDocumentEditorAsync(Document.Id, cancellationToken).ConfigureAwait(false);
        if (Neighbour is { } neighbour)
        {
            var text = new HandlerText(neighbour);
            editor.InsertAfter(neighbour, handlers.Select(handler => text.Write(handler.Message, isAsked: true, handler.Reply)));
        }
        else
        {
            var attribute = Names.InScope(editor.SemanticModel, Class.SpanStart, WellKnownNames.HandlesAttribute);
            editor.ReplaceNode(Class, (current, _) => AddTo((ClassDeclarationSyntax)current, attribute, handlers));
        }

        Imports.Add(editor, Class.SpanStart, handlers.SelectMany(static handler => new[] { handler.Message, handler.Reply }));
    }

    private ClassDeclarationSyntax AddTo(ClassDeclarationSyntax current, string attribute, IReadOnlyList<NewHandler> handlers)
    {
        var lineEnd = LineEnds.Of(Class).ToString();
        var indentation = ClassBodies.Indentation(Class);
        current = ClassBodies.WithBody(current, indentation, lineEnd);
        foreach (var handler in handlers)
        {
            var separator = current.Members.Count > 0 ? lineEnd : "";
            current = current.AddMembers(HandlerText.WriteFirst(separator + indentation + "    ", attribute, handler, lineEnd));
        }

        return current;
    }
}
