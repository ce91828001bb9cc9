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

/// <summary>COERCE0115: leaves out of <c>[Stashes]</c> what is handled anyway, or named twice.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveStashedFix)), Shared]
internal sealed class RemoveStashedFix : ActorFix<RemoveStashedFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0115");

    internal override async Task<Plan?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (Faults.Of<StashFault>(diagnostic) is not (StashFault.Handled or StashFault.HandledByActor or StashFault.Twice))
        {
            return null;
        }

        var (argument, _) = await Declarations.FindAsync<AttributeArgumentSyntax>(document, diagnostic, cancellationToken)
            .ConfigureAwait(false);
        return argument?.Expression is TypeOfExpressionSyntax ? new Plan(document, argument) : null;
    }

    internal override string Title(Plan plan) => "Leave it out of [Stashes]";

    internal override async Task EditAsync(SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var attribute in plans.GroupBy(static plan => (AttributeSyntax)plan.Argument.Parent!.Parent!))
        {
            var editor = await solution.GetDocumentEditorAsync(attribute.First().Document.Id, cancellationToken).ConfigureAwait(false);
            var removed = attribute.Select(static plan => plan.Argument).ToArray();
            if (removed.Length < attribute.Key.ArgumentList!.Arguments.Count)
            {
                editor.ReplaceNode(attribute.Key.ArgumentList, attribute.Key.ArgumentList.RemoveNodes(removed, SyntaxRemoveOptions.KeepNoTrivia)!);
            }
            else
            {
                // With nothing to name, the attribute says nothing; and alone in its brackets it takes them along.
                var list = (AttributeListSyntax)attribute.Key.Parent!;
                var type = (ClassDeclarationSyntax)list.Parent!;
                var index = type.AttributeLists.IndexOf(list);
                if (list.Attributes.Count > 1)
                {
                    editor.RemoveNode(attribute.Key, SyntaxRemoveOptions.KeepNoTrivia);
                }
                else if (index > 0)
                {
                    editor.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia);
                }
                else
                {
                    // The comments on the class stand above its first attribute.
                    editor.ReplaceNode(type, (current, _) => ((ClassDeclarationSyntax)current)
                        .WithAttributeLists(((ClassDeclarationSyntax)current).AttributeLists.RemoveAt(0))
                        .WithLeadingTrivia(current.GetLeadingTrivia()));
                }
            }
        }
    }

    internal sealed record Plan(Document Document, AttributeArgumentSyntax Argument);
}
