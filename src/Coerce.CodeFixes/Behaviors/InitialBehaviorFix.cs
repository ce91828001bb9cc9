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

namespace Coerce.CodeFixes.Behaviors;

/// <summary>COERCE0113: marks the only behaviour as the one to begin with, or leaves the mark to the first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InitialBehaviorFix)), Shared]
internal sealed class InitialBehaviorFix : ActorFix<InitialBehaviorFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0113");

    internal override async Task<Plan?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (type, model) = await Declarations.FindAsync<TypeDeclarationSyntax>(document, diagnostic, cancellationToken)
            .ConfigureAwait(false);
        if (type is null || model?.GetDeclaredSymbol(type, cancellationToken) is not INamedTypeSymbol symbol)
        {
            return null;
        }

        var isActor = KnownAttributes.IsActor(symbol);
        var behaviors = isActor ? BehaviorShape.AllOf(symbol) : ImmutableArray<BehaviorShape>.Empty;
        if (isActor && behaviors.Length != 1)
        {
            return null;
        }

        var behavior = isActor ? behaviors[0].Type : symbol;
        return KnownAttributes.Behavior(behavior)?.ApplicationSyntaxReference is { } reference
            && document.Project.Solution.GetDocument(reference.SyntaxTree) is { } part
            && await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is AttributeSyntax attribute
                ? new Plan(part, attribute, behavior.Name, isActor)
                : null;
    }

    internal override string Title(Plan plan) => plan.IsMarked ? $"Begin with '{plan.Behavior}'" : "Remove 'Initial'";

    internal override async Task EditAsync(SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var plan in plans)
        {
            var editor = await solution.GetDocumentEditorAsync(plan.Document.Id, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(plan.Attribute, plan.Attribute.WithArgumentList(plan.IsMarked
                ? SyntaxFactory.ParseAttributeArgumentList("(Initial = true)")
                : Without(plan.Attribute.ArgumentList)));
        }
    }

    private static AttributeArgumentListSyntax? Without(AttributeArgumentListSyntax? arguments)
    {
        var initial = arguments?.Arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == WellKnownNames.Initial);
        return initial is null || arguments!.Arguments.Count == 1
            ? null
            : arguments.RemoveNode(initial, SyntaxRemoveOptions.KeepNoTrivia);
    }

    internal sealed record Plan(Document Document, AttributeSyntax Attribute, string Behavior, bool IsMarked);
}
