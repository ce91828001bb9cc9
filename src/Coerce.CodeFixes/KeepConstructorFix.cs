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
using Microsoft.CodeAnalysis.FindSymbols;

namespace Coerce.CodeFixes;

/// <summary>
/// COERCE0007: leaves <c>Props</c> the constructor that all others call, and makes those private. Which one to keep is
/// a guess in every other case, so that nothing is offered there.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeepConstructorFix)), Shared]
internal sealed class KeepConstructorFix : ActorFix<KeepConstructorFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0007");

    internal override async Task<Plan?> PlanAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!Faults.Is(diagnostic, ConstructorFault.Several))
        {
            return null;
        }

        var (type, model) = await Declarations.FindAsync<TypeDeclarationSyntax>(document, diagnostic, cancellationToken)
            .ConfigureAwait(false);
        if (type is null || model?.GetDeclaredSymbol(type, cancellationToken) is not INamedTypeSymbol actor)
        {
            return null;
        }

        var solution = document.Project.Solution;
        var others = ImmutableArray.CreateBuilder<(Document, ConstructorDeclarationSyntax)>();
        var kept = 0;
        foreach (var constructor in actor.InstanceConstructors)
        {
            foreach (var (part, node) in Declarations.Of(constructor, solution, cancellationToken))
            {
                if (node is ConstructorDeclarationSyntax { Initializer: { } initializer } other
                    && initializer.IsKind(SyntaxKind.ThisConstructorInitializer))
                {
                    others.Add((part, other));
                    if (await IsUsedOutsideAsync(constructor, actor, solution, cancellationToken).ConfigureAwait(false))
                    {
                        return null;
                    }
                }
                else
                {
                    kept += constructor.DeclaredAccessibility == Accessibility.Private ? 2 : 1;
                }
            }
        }

        return kept == 1 ? new Plan(others.ToImmutable()) : null;
    }

    internal override string Title(Plan plan) => "Make the constructors private that call the other one";

    internal override async Task EditAsync(
        SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var (document, constructor) in plans.SelectMany(plan => plan.Others))
        {
            var editor = await solution.GetDocumentEditorAsync(document.Id, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(constructor, static (current, _) => Modifiers.MakePrivate((MemberDeclarationSyntax)current));
        }
    }

    private static async Task<bool> IsUsedOutsideAsync(
        IMethodSymbol constructor, INamedTypeSymbol actor, Solution solution, CancellationToken cancellationToken)
    {
        var references = await SymbolFinder.FindReferencesAsync(constructor, solution, cancellationToken).ConfigureAwait(false);
        foreach (var location in references.SelectMany(reference => reference.Locations))
        {
            var isInside = actor.DeclaringSyntaxReferences.Any(part =>
                part.SyntaxTree == location.Location.SourceTree && part.Span.Contains(location.Location.SourceSpan));
            if (!isInside)
            {
                return true;
            }
        }

        return false;
    }

    internal sealed record Plan(ImmutableArray<(Document Document, ConstructorDeclarationSyntax Constructor)> Others);
}
