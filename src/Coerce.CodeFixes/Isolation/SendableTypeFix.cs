using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Coerce.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Coerce.CodeFixes;

/// <summary>COERCE0201: another type for a member of a message, or for the parameter of the handler.</summary>
internal abstract class SendableTypeFix : ActorFix<SendableTypeFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0201");

    /// <summary>Where the other types are.</summary>
    private protected abstract string Namespace { get; }

    private protected abstract string? Replace(TypeSyntax syntax, ITypeSymbol type);

    /// <summary>Whether what was passed to the list has to be written otherwise.</summary>
    private protected abstract bool IsStricter { get; }

    internal override async Task<Plan?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue("Fault", out var fault) || fault != "Collection" || !diagnostic.Properties.ContainsKey("Copy"))
        {
            return null;
        }

        var place = diagnostic.AdditionalLocations.Count > 0 ? diagnostic.AdditionalLocations[0] : diagnostic.Location;
        if (document.Project.Solution.GetDocument(place.SourceTree) is not { } declaring || declaring is SourceGeneratedDocument)
        {
            return null;
        }

        var root = await declaring.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await declaring.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || DeclaredType(root.FindNode(place.SourceSpan)) is not { } syntax
            || model.GetTypeInfo(syntax, cancellationToken).Type is not { } type
            || Replace(syntax, type) is not { } replacement)
        {
            return null;
        }

        var parameter = syntax.Parent is ParameterSyntax declaration ? model.GetDeclaredSymbol(declaration, cancellationToken) : null;
        return new Plan(declaring, syntax, replacement, Using(model, syntax, replacement), parameter);
    }

    internal override string Title(Plan plan) => $"Take {Article(plan.Replacement)} {plan.Replacement}";

    internal override async Task EditAsync(SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        var distinct = plans.GroupBy(static plan => plan.Type).Select(static same => same.First()).ToList();
        foreach (var plan in distinct)
        {
            var editor = await solution.GetDocumentEditorAsync(plan.Document.Id, cancellationToken).ConfigureAwait(false);
            var isNullable = plan.Type is NullableTypeSyntax;
            editor.ReplaceNode(plan.Type, (current, _) =>
                SyntaxFactory.ParseTypeName(plan.Replacement + (isNullable ? "?" : "")).WithTriviaFrom(current));
            if (plan.Parameter is { } parameter && Collections.TakesExpressionOf(plan.Replacement))
            {
                await CallSites.RewriteAsync(solution, plan.Document, parameter, IsStricter, cancellationToken).ConfigureAwait(false);
            }
        }

        foreach (var file in distinct.Where(static plan => plan.Using is not null).GroupBy(static plan => plan.Document.Id))
        {
            var editor = await solution.GetDocumentEditorAsync(file.Key, cancellationToken).ConfigureAwait(false);
            var name = file.First().Using!;
            editor.ReplaceNode(editor.OriginalRoot, (current, _) => Usings.Add((CompilationUnitSyntax)current, name));
        }
    }

    private string? Using(SemanticModel model, TypeSyntax syntax, string replacement)
    {
        var name = replacement.Substring(0, replacement.IndexOf('<'));
        return model.LookupNamespacesAndTypes(syntax.SpanStart, name: name).Any(found => found.ContainingNamespace.ToDisplayString() == Namespace)
            ? null
            : Namespace;
    }

    // A field has assignments everywhere, and "params" decides itself what it takes.
    private static TypeSyntax? DeclaredType(SyntaxNode node) => node.FirstAncestorOrSelf<SyntaxNode>(static outer => outer is ParameterSyntax or PropertyDeclarationSyntax) switch
    {
        ParameterSyntax { Type: { } type } parameter when !parameter.Modifiers.Any(SyntaxKind.ParamsKeyword) => type,
        PropertyDeclarationSyntax { Initializer: null or { Value: CollectionExpressionSyntax } } property => property.Type,
        _ => null,
    };

    private static string Article(string type) => type[0] is 'I' ? "an" : "a";

    internal sealed record Plan(Document Document, TypeSyntax Type, string Replacement, string? Using, IParameterSymbol? Parameter);
}
