using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Coerce.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Coerce.CodeFixes.Async;

/// <summary>COERCE0305: awaits the ask, and makes the handler async for it. In what is async already the compiler has a fix of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitAskFix)), Shared]
internal sealed class AwaitAskFix : ActorFix<AwaitAskFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0305");

    internal override async Task<Plan?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (ask, model) = await Declarations.FindAsync<InvocationExpressionSyntax>(document, diagnostic, cancellationToken).ConfigureAwait(false);
        if (ask is null || model is null)
        {
            return null;
        }

        var reply = TellInsteadFix.Reply(ask);
        return reply.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax
            && await AsyncMethods.FindAsync(document, reply, model, cancellationToken).ConfigureAwait(false) is { } place
                ? new Plan(document, model, reply, place.ToChange)
                : null;
    }

    internal override string Title(Plan plan) => "Await the reply";

    internal override async Task EditAsync(SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var inDocument in plans.GroupBy(static plan => plan.Document.Id))
        {
            var editor = await solution.GetDocumentEditorAsync(inDocument.Key, cancellationToken).ConfigureAwait(false);
            foreach (var plan in inDocument)
            {
                editor.ReplaceNode(plan.Ask, Awaits.InPlaceOf(plan.Ask, plan.Ask));
            }

            foreach (var inMethod in inDocument.Where(static plan => plan.ToChange is not null).GroupBy(static plan => plan.ToChange!))
            {
                MethodRewriter.MakeAsync(editor, inMethod.Key, inMethod.First().Model, cancellationToken);
            }

            MethodRewriter.ImportTasks(editor, inDocument.First().Ask.SpanStart);
        }
    }

    internal sealed record Plan(Document Document, SemanticModel Model, ExpressionSyntax Ask, MethodDeclarationSyntax? ToChange);
}
