using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Coerce.CodeAnalysis;
using Coerce.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Coerce.CodeFixes;

/// <summary>COERCE0010: takes <c>Reentrant</c> from a handler that has no await to let others in.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveReentrantFix)), Shared]
internal sealed class RemoveReentrantFix : ActorFix<RemoveReentrantFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0010");

    internal override async Task<Plan?> PlanAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!Faults.Is(diagnostic, SettingsFault.WithoutAwait))
        {
            return null;
        }

        var (attribute, _) = await Declarations.FindAsync<AttributeSyntax>(document, diagnostic, cancellationToken)
            .ConfigureAwait(false);

        // It is the only argument that the attribute can have; twice is the compiler's error.
        return attribute is { ArgumentList.Arguments.Count: 1 } ? new Plan(document, attribute) : null;
    }

    internal override string Title(Plan plan) => "Remove 'Reentrant'";

    internal override async Task EditAsync(
        SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var plan in plans)
        {
            var editor = await solution.GetDocumentEditorAsync(plan.Document.Id, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(
                plan.Attribute,
                static (current, _) => ((AttributeSyntax)current).WithArgumentList(null).WithTriviaFrom(current));
        }
    }

    internal sealed record Plan(Document Document, AttributeSyntax Attribute);
}
