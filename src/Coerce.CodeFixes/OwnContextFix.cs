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
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Coerce.CodeFixes;

/// <summary>COERCE0003, COERCE0007 and COERCE0009: writes the actor's own ref into <c>ActorContext&lt;...&gt;</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OwnContextFix)), Shared]
internal sealed class OwnContextFix : ActorFix<OwnContextFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create("COERCE0003", "COERCE0007", "COERCE0009");

    internal override async Task<Plan?> PlanAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!Faults.Is(diagnostic, SignatureFault.ForeignContext))
        {
            return null;
        }

        var (parameter, model) = await Declarations.FindAsync<ParameterSyntax>(document, diagnostic, cancellationToken)
            .ConfigureAwait(false);
        if (parameter?.Type is null
            || model?.GetDeclaredSymbol(parameter, cancellationToken) is not { ContainingType: { } actor }
            || parameter.Type.DescendantNodesAndSelf().OfType<GenericNameSyntax>()
                .FirstOrDefault(name => name.Identifier.ValueText == WellKnownNames.ActorContext) is not { } context)
        {
            return null;
        }

        var typeParameters = actor.Arity == 0 ? "" : "<" + string.Join(", ", actor.TypeParameters) + ">";
        return new Plan(document, context.TypeArgumentList.Arguments[0], ActorRefs.NameOf(actor) + typeParameters);
    }

    internal override string Title(Plan plan) => "Use the context of this actor";

    internal override async Task EditAsync(
        SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var plan in plans)
        {
            var editor = await solution.GetDocumentEditorAsync(plan.Document.Id, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(plan.Foreign, SyntaxFactory.ParseTypeName(plan.Own).WithTriviaFrom(plan.Foreign));
        }
    }

    internal sealed record Plan(Document Document, TypeSyntax Foreign, string Own);
}
