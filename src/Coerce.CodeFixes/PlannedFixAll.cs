using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.CodeFixes;

/// <summary>Collects the plans of all occurrences and makes their edits in one go.</summary>
internal sealed class PlannedFixAll<TPlan>(ActorFix<TPlan> fix) : FixAllProvider
    where TPlan : class
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes()
        => new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution };

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var solution = context.Solution;
        var plans = new List<TPlan>();
        foreach (var diagnostic in await FindAsync(context).ConfigureAwait(false))
        {
            if (solution.GetDocument(diagnostic.Location.SourceTree) is { } document
                && await fix.PlanAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } plan)
            {
                plans.Add(plan);
            }
        }

        return plans.Count == 0
            ? null
            : CodeAction.Create(
                fix.Title(plans[0]),
                cancellation => fix.ApplyAsync(solution, plans, cancellation),
                equivalenceKey: context.CodeActionEquivalenceKey);
    }

    private static async Task<IEnumerable<Diagnostic>> FindAsync(FixAllContext context)
    {
        var found = new List<Diagnostic>();
        if (context is { Scope: FixAllScope.Document, Document: { } document })
        {
            found.AddRange(await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false));
        }
        else
        {
            var projects = context.Scope == FixAllScope.Solution
                ? context.Solution.Projects.Where(project => project.Language == LanguageNames.CSharp)
                : ImmutableArray.Create(context.Project);

            foreach (var project in projects)
            {
                found.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
            }
        }

        // In the order of the text, so that what is added is in the same order each time.
        return found
            .Where(diagnostic => diagnostic.Location.IsInSource)
            .OrderBy(diagnostic => diagnostic.Location.SourceTree!.FilePath, System.StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start);
    }
}
