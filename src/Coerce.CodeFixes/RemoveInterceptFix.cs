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

namespace Coerce.CodeFixes;

/// <summary>COERCE0041: takes an interceptor from a class that is no actor.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveInterceptFix)), Shared]
internal sealed class RemoveInterceptFix : ActorFix<RemoveInterceptFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0041");

    internal override async Task<Plan?> PlanAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (attribute, _) = await Declarations.FindAsync<AttributeSyntax>(document, diagnostic, cancellationToken)
            .ConfigureAwait(false);
        return attribute is null ? null : new Plan(document, attribute);
    }

    internal override string Title(Plan plan) => $"Remove '{plan.Attribute.Name}'";

    internal override async Task EditAsync(
        SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var group in plans.GroupBy(plan => plan.Document.Id))
        {
            var editor = await solution.GetDocumentEditorAsync(group.Key, cancellationToken).ConfigureAwait(false);
            foreach (var attribute in group.Select(plan => plan.Attribute).Distinct())
            {
                editor.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia);
            }
        }
    }

    internal sealed record Plan(Document Document, AttributeSyntax Attribute);
}
