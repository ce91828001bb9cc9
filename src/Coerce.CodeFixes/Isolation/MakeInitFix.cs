using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Coerce.CodeFixes;

/// <summary>COERCE0201: writes <c>init</c> for <c>set</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeInitFix)), Shared]
internal sealed class MakeInitFix : ActorFix<MakeInitFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0201");

    internal override async Task<Plan?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue("Fault", out var fault) || fault != "Settable" || diagnostic.AdditionalLocations.Count == 0)
        {
            return null;
        }

        var place = diagnostic.AdditionalLocations[0];
        if (document.Project.Solution.GetDocument(place.SourceTree) is not { } declaring || declaring is SourceGeneratedDocument)
        {
            return null;
        }

        var root = await declaring.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var property = root?.FindNode(place.SourceSpan).FirstAncestorOrSelf<PropertyDeclarationSyntax>();
        return property is { Parent: ClassDeclarationSyntax or RecordDeclarationSyntax, AccessorList.Accessors: var accessors }
            && property.Identifier.Span == place.SourceSpan
            && accessors.FirstOrDefault(static accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration)) is { } setter
                ? new Plan(declaring, property.Identifier.ValueText, setter)
                : null;
    }

    internal override string Title(Plan plan) => $"Write 'init' for '{plan.Property}'";

    internal override async Task EditAsync(SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        // Several messages may lead to one property.
        foreach (var plan in plans.GroupBy(static plan => plan.Setter).Select(static same => same.First()))
        {
            var editor = await solution.GetDocumentEditorAsync(plan.Document.Id, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(plan.Setter, static (current, _) =>
            {
                var setter = (AccessorDeclarationSyntax)current;
                return SyntaxFactory.AccessorDeclaration(
                    SyntaxKind.InitAccessorDeclaration,
                    setter.AttributeLists,
                    setter.Modifiers,
                    SyntaxFactory.Token(SyntaxKind.InitKeyword).WithTriviaFrom(setter.Keyword),
                    setter.Body,
                    setter.ExpressionBody,
                    setter.SemicolonToken);
            });
        }
    }

    internal sealed record Plan(Document Document, string Property, AccessorDeclarationSyntax Setter);
}
