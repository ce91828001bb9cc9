using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Coerce.CodeFixes;

/// <summary>Those who make a message with a list, when it takes another collection.</summary>
internal static class CallSites
{
    /// <param name="solution">Where to look.</param>
    /// <param name="declaring">Where the parameter is declared.</param>
    /// <param name="parameter">The parameter of the message's constructor, or of the handler for which the message is generated.</param>
    /// <param name="isStricter">Whether a list is no such collection.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    internal static async Task RewriteAsync(
        SolutionEditor solution, Document declaring, IParameterSymbol parameter, bool isStricter, CancellationToken cancellationToken)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor } constructor)
        {
            var calls = await MethodStyleCalls.FindAsync(solution.OriginalSolution, declaring.Project.Id, parameter, cancellationToken).ConfigureAwait(false);
            foreach (var (document, arguments, taken) in calls)
            {
                await RewriteAsync(solution, document, arguments, taken, isStricter, cancellationToken).ConfigureAwait(false);
            }

            return;
        }

        var references = await SymbolFinder.FindReferencesAsync(constructor, solution.OriginalSolution, cancellationToken).ConfigureAwait(false);
        foreach (var place in references.SelectMany(static reference => reference.Locations))
        {
            if (place.Document is SourceGeneratedDocument)
            {
                continue;
            }

            var root = await place.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            var creation = root?.FindNode(place.Location.SourceSpan, getInnermostNodeForTie: true)
                .FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>();
            if (creation?.ArgumentList is { } arguments)
            {
                await RewriteAsync(solution, place.Document, arguments, parameter, isStricter, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task RewriteAsync(
        SolutionEditor solution, Document document, ArgumentListSyntax arguments, IParameterSymbol parameter, bool isStricter, CancellationToken cancellationToken)
    {
        if (Argument(arguments, parameter) is { } value && Written(value, isStricter) is { } written)
        {
            var editor = await solution.GetDocumentEditorAsync(document.Id, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(value, (_, _) => written);
        }
    }

    private static ExpressionSyntax? Argument(ArgumentListSyntax arguments, IParameterSymbol parameter)
        => arguments.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter.Name)?.Expression
            ?? (arguments.Arguments.Count > parameter.Ordinal && arguments.Arguments.Take(parameter.Ordinal + 1).All(static argument => argument.NameColon is null)
                ? arguments.Arguments[parameter.Ordinal].Expression
                : null);

    private static ExpressionSyntax? Written(ExpressionSyntax value, bool isStricter) => value switch
    {
        CollectionExpressionSyntax => null,
        LiteralExpressionSyntax => null,
        ImplicitObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0, Initializer: var initializer } => Collection(initializer, value),
        _ when !isStricter => null,
        ObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer: var initializer } => Collection(initializer, value),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => Collection(initializer, value),
        ImplicitArrayCreationExpressionSyntax array => Collection(array.Initializer, value),
        _ => Collections.Spread(value),
    };

    private static ExpressionSyntax Collection(InitializerExpressionSyntax? initializer, ExpressionSyntax whole)
        => SyntaxFactory.ParseExpression($"[{initializer?.Expressions.ToString() ?? ""}]").WithTriviaFrom(whole);
}
