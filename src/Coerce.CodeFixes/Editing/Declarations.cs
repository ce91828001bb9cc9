using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.CodeFixes.Editing;

/// <summary>From a diagnostic to what it is about, and from a symbol to where a person wrote it.</summary>
internal static class Declarations
{
    internal static async Task<(TNode? Node, SemanticModel? Model)> FindAsync<TNode>(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
        where TNode : SyntaxNode
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var node = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<TNode>();
        return (node, model);
    }

    /// <summary>The declarations in documents that can be edited: not those that a generator made.</summary>
    internal static IEnumerable<(Document Document, SyntaxNode Node)> Of(
        ISymbol symbol, Solution solution, CancellationToken cancellationToken)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (solution.GetDocument(reference.SyntaxTree) is { } document and not SourceGeneratedDocument)
            {
                yield return (document, reference.GetSyntax(cancellationToken));
            }
        }
    }

    /// <summary>The type and all types that contain it, from inside out, in one document.</summary>
    internal static IEnumerable<TypeDeclarationSyntax> WithContainers(TypeDeclarationSyntax type)
        => type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>();
}
