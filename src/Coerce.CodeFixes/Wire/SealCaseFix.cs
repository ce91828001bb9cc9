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
using Microsoft.CodeAnalysis.FindSymbols;

namespace Coerce.CodeFixes.Wire;

/// <summary>COERCE0401: seals a case of a hierarchy from which nothing derives.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SealCaseFix)), Shared]
internal sealed class SealCaseFix : ActorFix<SealCaseFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0401");

    internal override async Task<Plan?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!Faults.Is(diagnostic, ContractFaultKind.OpenCase)
            || await Faults.TypeOfAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { IsSealed: false, Arity: 0 } type
            || type.GetMembers().Any(static member => !member.IsImplicitlyDeclared && (member.IsVirtual || member.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal)))
        {
            return null;
        }

        var derived = await SymbolFinder.FindDerivedClassesAsync(type, document.Project.Solution, cancellationToken: cancellationToken).ConfigureAwait(false);
        return !derived.Any() && Declarations.Of(type, document.Project.Solution, cancellationToken).FirstOrDefault() is { Document: { } file, Node: TypeDeclarationSyntax declaration }
            ? new Plan(file, declaration)
            : null;
    }

    internal override string Title(Plan plan) => $"Seal '{plan.Type.Identifier.ValueText}'";

    internal override async Task EditAsync(SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var plan in plans)
        {
            var editor = await solution.GetDocumentEditorAsync(plan.Document.Id, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(plan.Type, static (current, _) => Modifiers.AddSealed((TypeDeclarationSyntax)current));
        }
    }

    internal sealed record Plan(Document Document, TypeDeclarationSyntax Type);
}
