using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Coerce.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Coerce.CodeFixes;

/// <summary>COERCE0203: replies with <c>[.. state]</c> where the type of the reply takes it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CopyStateFix)), Shared]
internal sealed class CopyStateFix : ActorFix<CopyStateFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0203");

    internal override async Task<Plan?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.ContainsKey("Copy"))
        {
            return null;
        }

        var (state, model) = await Declarations.FindAsync<ExpressionSyntax>(document, diagnostic, cancellationToken).ConfigureAwait(false);
        return state is not null
            && model is not null
            && state.Span == diagnostic.Location.SourceSpan
            && Collections.HasExpressions(model)
            && model.GetTypeInfo(state, cancellationToken) is { Type: { } type, ConvertedType: { } target }
            && IsReply(state, type)
            && Collections.TakesExpression(target)
                ? new Plan(document, state)
                : null;
    }

    internal override string Title(Plan plan) => $"Reply with a copy: [.. {plan.State}]";

    internal override async Task EditAsync(SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var plan in plans)
        {
            var editor = await solution.GetDocumentEditorAsync(plan.Document.Id, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(plan.State, static (current, _) => Collections.Spread((ExpressionSyntax)current));
        }
    }

    // An argument of Task.FromResult has its type from the expression; so has a branch beside another one.
    private static bool IsReply(ExpressionSyntax state, ITypeSymbol type) => state.Parent switch
    {
        ReturnStatementSyntax or ArrowExpressionClauseSyntax or YieldStatementSyntax => type.NullableAnnotation != NullableAnnotation.Annotated,
        _ => false,
    };

    internal sealed record Plan(Document Document, ExpressionSyntax State);
}
