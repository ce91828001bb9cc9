using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Coerce.CodeAnalysis;
using Coerce.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.CodeFixes.Behaviors;

/// <summary>The behaviour of a COERCE0111 and the messages that it leaves.</summary>
internal sealed record LeftMessages(
    Document Document, ClassDeclarationSyntax Class, SemanticModel Model, ImmutableArray<HandlerSignature> Messages)
{
    internal static async Task<LeftMessages?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (type, model) = await Declarations.FindAsync<ClassDeclarationSyntax>(document, diagnostic, cancellationToken)
            .ConfigureAwait(false);
        if (type is null
            || model?.GetDeclaredSymbol(type, cancellationToken) is not INamedTypeSymbol { ContainingType: { } actor } symbol)
        {
            return null;
        }

        var shape = ActorShape.Of(actor);
        foreach (var behavior in shape.Behaviors)
        {
            if (SymbolEqualityComparer.Default.Equals(behavior.Type, symbol))
            {
                var left = BehaviorMessages.Left(shape, behavior, model.Compilation);
                return left.IsEmpty ? null : new LeftMessages(document, type, model, left);
            }
        }

        return null;
    }
}
