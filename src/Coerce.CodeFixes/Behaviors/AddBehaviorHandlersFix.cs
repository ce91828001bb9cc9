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

namespace Coerce.CodeFixes.Behaviors;

/// <summary>COERCE0111: gives the behaviour a handler for each message that it leaves, with the reply that the others give.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddBehaviorHandlersFix)), Shared]
internal sealed class AddBehaviorHandlersFix : ActorFix<LeftMessages>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0111");

    internal override Task<LeftMessages?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
        => LeftMessages.FindAsync(document, diagnostic, cancellationToken);

    internal override string Title(LeftMessages plan)
        => plan.Messages.Length == 1 ? "Add the handler that is missing" : "Add the handlers that are missing";

    internal override async Task EditAsync(
        SolutionEditor solution, IReadOnlyList<LeftMessages> plans, CancellationToken cancellationToken)
    {
        foreach (var plan in plans)
        {
            var text = new BehaviorText(plan.Class, Names.InScope(plan.Model, plan.Class.SpanStart, WellKnownNames.HandlesAttribute));
            var editor = await solution.GetDocumentEditorAsync(plan.Document.Id, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(plan.Class, (current, _) => text.AddTo((ClassDeclarationSyntax)current, plan.Messages));
        }
    }
}
