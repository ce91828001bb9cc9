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

/// <summary>COERCE0112: makes the behaviour sealed and partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SealBehaviorFix)), Shared]
internal sealed class SealBehaviorFix : ActorFix<SealBehaviorFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0112");

    internal override async Task<Plan?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!Faults.Is(diagnostic, BehaviorFault.NotSealedPartial))
        {
            return null;
        }

        var (type, model) = await Declarations.FindAsync<ClassDeclarationSyntax>(document, diagnostic, cancellationToken)
            .ConfigureAwait(false);

        // One from which another class derives, or with members of its own to override, is meant to be open.
        return type is not null
            && model?.GetDeclaredSymbol(type, cancellationToken) is INamedTypeSymbol symbol
            && !symbol.GetMembers().Any(static member => member.IsVirtual || member.IsAbstract)
            && !IsDerivedFrom(symbol)
                ? new Plan(document, type, symbol.IsSealed)
                : null;
    }

    internal override string Title(Plan plan) => "Make it sealed and partial";

    internal override async Task EditAsync(SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var plan in plans)
        {
            var editor = await solution.GetDocumentEditorAsync(plan.Document.Id, cancellationToken).ConfigureAwait(false);
            foreach (var type in Declarations.WithContainers(plan.Type))
            {
                editor.ReplaceNode(type, static (current, _) => Modifiers.AddPartial((TypeDeclarationSyntax)current));
            }

            if (!plan.IsSealed)
            {
                editor.ReplaceNode(plan.Type, static (current, _) => Modifiers.AddSealed((TypeDeclarationSyntax)current));
            }
        }
    }

    private static bool IsDerivedFrom(INamedTypeSymbol behavior)
    {
        bool Derives(INamedTypeSymbol type)
            => SymbolEqualityComparer.Default.Equals(type.BaseType, behavior) || type.GetTypeMembers().Any(Derives);

        return behavior.ContainingType is { } actor && actor.GetTypeMembers().Any(Derives);
    }

    internal sealed record Plan(Document Document, ClassDeclarationSyntax Type, bool IsSealed);
}
