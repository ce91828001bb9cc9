using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.CodeFixes.Wire;

/// <summary>One update does for all differences of a project.</summary>
internal sealed class SchemaFixAll : FixAllProvider
{
    internal static readonly SchemaFixAll Instance = new();

    public override Task<CodeAction?> GetFixAsync(FixAllContext context)
        => Task.FromResult<CodeAction?>(CodeAction.Create(
            SchemaFix.TitleOf(context.DiagnosticIds.First()),
            cancellationToken => UpdateAsync(context, cancellationToken),
            context.CodeActionEquivalenceKey));

    private static async Task<Solution> UpdateAsync(FixAllContext context, CancellationToken cancellationToken)
    {
        var solution = context.Solution;
        var projects = context.Scope == FixAllScope.Solution ? solution.ProjectIds : [context.Project.Id];
        foreach (var id in projects)
        {
            var diagnostics = await context.GetAllDiagnosticsAsync(solution.GetProject(id)!).ConfigureAwait(false);
            if (!diagnostics.IsEmpty)
            {
                solution = await SchemaFix.UpdateAsync(solution, id, cancellationToken).ConfigureAwait(false);
            }
        }

        return solution;
    }
}
