using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Harness;

/// <summary>Applies fixes as an editor does.</summary>
internal static class Fixes
{
    internal static async Task<ImmutableArray<CodeAction>> OfferedAsync(Project project, CodeFixProvider fix)
    {
        var offered = ImmutableArray.CreateBuilder<CodeAction>();
        foreach (Diagnostic diagnostic in await FixableAsync(project, fix))
        {
            Document document = project.GetDocument(diagnostic.Location.SourceTree)!;
            await fix.RegisterCodeFixesAsync(
                new CodeFixContext(document, diagnostic, (action, _) => offered.Add(action), TestContext.Current.CancellationToken));
        }

        return offered.ToImmutable();
    }

    internal static async Task<Project> ApplyFirstAsync(Project project, CodeFixProvider fix)
    {
        ImmutableArray<CodeAction> offered = await OfferedAsync(project, fix);
        Assert.NotEmpty(offered);
        return await ApplyAsync(project, offered[0]);
    }

    internal static async Task<Project> ApplyAllAsync(Project project, CodeFixProvider fix, FixAllScope scope)
    {
        ImmutableArray<Diagnostic> diagnostics = await FixableAsync(project, fix);
        Document document = project.GetDocument(diagnostics[0].Location.SourceTree)!;
        CodeAction first = (await OfferedAsync(project, fix))[0];
        var context = new FixAllContext(
            document, fix, scope, first.EquivalenceKey!, fix.FixableDiagnosticIds, new Provider(fix), TestContext.Current.CancellationToken);

        CodeAction? action = await fix.GetFixAllProvider()!.GetFixAsync(context);
        Assert.NotNull(action);
        return await ApplyAsync(project, action);
    }

    internal static async Task<Project> ApplyAsync(Project project, CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return changed.GetProject(project.Id)!;
    }

    private static async Task<ImmutableArray<Diagnostic>> FixableAsync(Project project, CodeFixProvider fix)
        => [.. (await project.DiagnosticsAsync()).Where(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id))];

    private sealed class Provider(CodeFixProvider fix) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => await FixableAsync(project, fix);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await FixableAsync(document.Project, fix)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
