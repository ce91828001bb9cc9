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

/// <summary>COERCE0301: awaits what was waited for, and makes a method async that only the runtime calls.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitInsteadFix)), Shared]
internal sealed class AwaitInsteadFix : ActorFix<AwaitInsteadFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0301");

    internal override async Task<Plan?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (name, model) = await Declarations.FindAsync<SimpleNameSyntax>(document, diagnostic, cancellationToken).ConfigureAwait(false);
        if (name is null || model is null
            || !diagnostic.Properties.TryGetValue("Fault", out var kind)
            || BlockingText.Of(name, kind!, model, SyntaxGenerator.GetGenerator(document), cancellationToken) is not var (blocking, task)
            || await AsyncMethods.FindAsync(document, blocking, model, cancellationToken).ConfigureAwait(false) is not { } place)
        {
            return null;
        }

        return new Plan(document, model, blocking, task, place.ToChange);
    }

    internal override string Title(Plan plan) => "Await it";

    internal override async Task EditAsync(SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var inDocument in plans.GroupBy(static plan => plan.Document.Id))
        {
            var editor = await solution.GetDocumentEditorAsync(inDocument.Key, cancellationToken).ConfigureAwait(false);

            // From inside out: what is awaited may be an argument of something that is awaited too.
            foreach (var plan in inDocument.OrderBy(static plan => plan.Blocking.Span.Length))
            {
                editor.ReplaceNode(plan.Blocking, (current, _) => Awaits.InPlaceOf(plan.Blocking, plan.Task((ExpressionSyntax)current)).WithTriviaFrom(current));
            }

            foreach (var inMethod in inDocument.Where(static plan => plan.ToChange is not null).GroupBy(static plan => plan.ToChange!))
            {
                MethodRewriter.MakeAsync(editor, inMethod.Key, inMethod.First().Model, cancellationToken);
            }

            MethodRewriter.ImportTasks(editor, inDocument.First().Blocking.SpanStart);
        }
    }

    /// <param name="Document">The document.</param>
    /// <param name="Model">Its model.</param>
    /// <param name="Blocking">What blocks.</param>
    /// <param name="Task">Makes of it what is to be awaited.</param>
    /// <param name="ToChange">The method to be made async.</param>
    internal sealed record Plan(
        Document Document,
        SemanticModel Model,
        ExpressionSyntax Blocking,
        System.Func<ExpressionSyntax, ExpressionSyntax> Task,
        MethodDeclarationSyntax? ToChange);
}
