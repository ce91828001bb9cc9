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

namespace Coerce.CodeFixes.Wire;

/// <summary>COERCE0404: gives the second of two messages of one name another, with what is its own of its namespace.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NameMessageFix)), Shared]
internal sealed class NameMessageFix : ActorFix<NameMessageFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0404");

    internal override async Task<Plan?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (type, model) = await Declarations.FindAsync<BaseTypeDeclarationSyntax>(document, diagnostic, cancellationToken).ConfigureAwait(false);
        if (!diagnostic.Properties.TryGetValue("Name", out var name) || name is null
            || type is null || model?.GetDeclaredSymbol(type, cancellationToken) is not INamedTypeSymbol symbol)
        {
            return null;
        }

        var given = symbol.GetAttributes()
            .FirstOrDefault(static attribute => attribute.AttributeClass is { Name: WellKnownNames.ContractAttribute } known && KnownTypes.IsInCoerce(known))?
            .ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;

        // A name that somebody has chosen is somebody's to change.
        return given?.ArgumentList is { Arguments.Count: > 0 } || given is not null && given.SyntaxTree != type.SyntaxTree
            ? null
            : new Plan(document, type, given, Names.InScope(model, type.SpanStart, WellKnownNames.ContractAttribute), name);
    }

    internal override string Title(Plan plan) => $"Call it '{plan.Name}' on the wire";

    internal override async Task EditAsync(SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var plan in plans)
        {
            var editor = await solution.GetDocumentEditorAsync(plan.Document.Id, cancellationToken).ConfigureAwait(false);
            var text = $"{plan.Attribute}({SymbolDisplay.FormatLiteral(plan.Name, quote: true)})";
            if (plan.Given is { } given)
            {
                var arguments = SyntaxFactory.ParseAttributeArgumentList(text.Substring(plan.Attribute.Length))!;
                editor.ReplaceNode(given, (current, _) =>
                {
                    var attribute = (AttributeSyntax)current;
                    return attribute.WithName(attribute.Name.WithoutTrailingTrivia()).WithArgumentList(arguments.WithTrailingTrivia(attribute.GetTrailingTrivia()));
                });
            }
            else
            {
                var lineEnd = LineEnds.Of(plan.Type);
                editor.ReplaceNode(plan.Type, (current, _) => Attributes.AddAbove((MemberDeclarationSyntax)current, text, lineEnd));
            }
        }
    }

    internal sealed record Plan(Document Document, BaseTypeDeclarationSyntax Type, AttributeSyntax? Given, string Attribute, string Name);
}
