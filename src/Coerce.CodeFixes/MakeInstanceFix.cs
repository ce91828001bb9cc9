using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
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

/// <summary>COERCE0003 and COERCE0009: makes a static handler or lifecycle method an instance method.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeInstanceFix)), Shared]
internal sealed class MakeInstanceFix : ActorFix<MakeInstanceFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0003", "COERCE0009");

    internal override async Task<Plan?> PlanAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!Faults.Is(diagnostic, SignatureFault.Static))
        {
            return null;
        }

        var (method, model) = await Declarations.FindAsync<MethodDeclarationSyntax>(document, diagnostic, cancellationToken)
            .ConfigureAwait(false);
        return method is not null
            && model?.GetDeclaredSymbol(method, cancellationToken) is { } symbol
            && IsSoundAsInstance(symbol)
            ? new Plan(document, method)
            : null;
    }

    internal override string Title(Plan plan) => "Remove 'static'";

    internal override async Task EditAsync(
        SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var plan in plans)
        {
            var editor = await solution.GetDocumentEditorAsync(plan.Document.Id, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(
                plan.Method, static (current, _) => Modifiers.Remove((MemberDeclarationSyntax)current, SyntaxKind.StaticKeyword));
        }
    }

    // An extension method or one part of a partial method needs more than the word taken away.
    private static bool IsSoundAsInstance(IMethodSymbol method)
        => !method.IsExtensionMethod
            && !method.IsExtern
            && method is { PartialDefinitionPart: null, PartialImplementationPart: null };

    internal sealed record Plan(Document Document, MethodDeclarationSyntax Method);
}
