using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace Coerce.CodeFixes;

/// <summary>
/// A fix in two steps: plan each diagnostic on the code as it is, then make the edits of all plans together. One
/// occurrence and all of them take the same way, and plans that would clash are merged before anything is edited.
/// </summary>
/// <typeparam name="TPlan">What is to be done about one diagnostic.</typeparam>
internal abstract class ActorFix<TPlan> : CodeFixProvider
    where TPlan : class
{
    public sealed override FixAllProvider GetFixAllProvider() => new PlannedFixAll<TPlan>(this);

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await PlanAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } plan)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        Title(plan),
                        cancellation => ApplyAsync(context.Document.Project.Solution, new[] { plan }, cancellation),
                        equivalenceKey: GetType().Name),
                    diagnostic);
            }
        }
    }

    internal async Task<Solution> ApplyAsync(Solution solution, IReadOnlyList<TPlan> plans, CancellationToken cancellationToken)
    {
        var editor = new SolutionEditor(solution);
        await EditAsync(editor, plans, cancellationToken).ConfigureAwait(false);
        return editor.GetChangedSolution();
    }

    /// <summary>Null when there is no edit that surely ends in sound code.</summary>
    internal abstract Task<TPlan?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken);

    internal abstract string Title(TPlan plan);

    /// <summary>Two plans may name the same node.</summary>
    internal abstract Task EditAsync(SolutionEditor solution, IReadOnlyList<TPlan> plans, CancellationToken cancellationToken);
}
