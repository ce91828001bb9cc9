using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Coerce.CodeAnalysis;
using Coerce.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Coerce.CodeFixes.Async;

/// <summary>COERCE0305, and CS4014 on the same mistake in an async function: tells where nobody waits for the reply.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TellInsteadFix)), Shared]
internal sealed class TellInsteadFix : ActorFix<TellInsteadFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0305", "CS4014");

    internal override async Task<Plan?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (found, model) = await Declarations.FindAsync<ExpressionSyntax>(document, diagnostic, cancellationToken).ConfigureAwait(false);
        return found is not null && model is not null && FindAsk(found) is { } ask && TellText.Of(ask, model, cancellationToken) is { } tell
            ? new Plan(document, Reply(ask), tell)
            : null;
    }

    internal override string Title(Plan plan) => "Send the message with Tell";

    internal override async Task EditAsync(SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var plan in plans)
        {
            var editor = await solution.GetDocumentEditorAsync(plan.Document.Id, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(plan.Ask, plan.Tell.WithTriviaFrom(plan.Ask));
        }
    }

    // The compiler reports the whole expression, the analyzer the name in it.
    private static InvocationExpressionSyntax? FindAsk(ExpressionSyntax found)
    {
        var call = found.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault();
        while (call is { Expression: MemberAccessExpressionSyntax { Expression: var receiver, Name.Identifier.ValueText: var name } }
            && AskCalls.IsSameReply(name))
        {
            while (receiver is ParenthesizedExpressionSyntax parentheses)
            {
                receiver = parentheses.Expression;
            }

            call = receiver as InvocationExpressionSyntax;
        }

        return call;
    }

    /// <summary>The ask with what makes another form of its reply.</summary>
    internal static ExpressionSyntax Reply(ExpressionSyntax ask)
    {
        while (ask.Parent is ParenthesizedExpressionSyntax or InvocationExpressionSyntax
            || ask.Parent is MemberAccessExpressionSyntax access && access.Expression == ask)
        {
            ask = (ExpressionSyntax)ask.Parent;
        }

        return ask;
    }

    internal sealed record Plan(Document Document, ExpressionSyntax Ask, InvocationExpressionSyntax Tell);
}
