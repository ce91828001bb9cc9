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

namespace Coerce.CodeFixes;

/// <summary>COERCE0005: makes the class of a handler an actor, where that leaves nothing else to mend.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddActorFix)), Shared]
internal sealed class AddActorFix : ActorFix<AddActorFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0005");

    internal override async Task<Plan?> PlanAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (method, model) = await Declarations.FindAsync<MemberDeclarationSyntax>(document, diagnostic, cancellationToken)
            .ConfigureAwait(false);
        if (method?.Parent is not ClassDeclarationSyntax type
            || method is TypeDeclarationSyntax
            || model?.GetDeclaredSymbol(type, cancellationToken) is not INamedTypeSymbol symbol
            || ActorShape.Of(symbol).Problems.Any(problem => problem.Rule != ShapeRule.NotPartial))
        {
            return null;
        }

        return new Plan(document, type, Names.InScope(model, type.SpanStart, WellKnownNames.ActorAttribute));
    }

    internal override string Title(Plan plan) => $"Make '{plan.Type.Identifier.ValueText}' an actor";

    internal override async Task EditAsync(
        SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var plan in plans)
        {
            var lineEnd = LineEnds.Of(plan.Type);
            var editor = await solution.GetDocumentEditorAsync(plan.Document.Id, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(plan.Type, (current, _) => Attributes.AddAbove((MemberDeclarationSyntax)current, plan.Attribute, lineEnd));
            foreach (var type in Declarations.WithContainers(plan.Type))
            {
                editor.ReplaceNode(type, static (current, _) => Modifiers.AddPartial((TypeDeclarationSyntax)current));
            }
        }
    }

    internal sealed record Plan(Document Document, ClassDeclarationSyntax Type, string Attribute);
}
