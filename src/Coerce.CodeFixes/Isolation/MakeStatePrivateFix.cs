using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Coerce.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Coerce.CodeFixes;

/// <summary>COERCE0202: makes the member private where nobody outside of the actor uses it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeStatePrivateFix)), Shared]
internal sealed class MakeStatePrivateFix : ActorFix<MakeStatePrivateFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0202");

    internal override async Task<Plan?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (member, model) = await Declarations.FindAsync<MemberDeclarationSyntax>(document, diagnostic, cancellationToken)
            .ConfigureAwait(false);
        var declaration = member is FieldDeclarationSyntax { Declaration.Variables: { Count: 1 } variables } ? variables[0] : (SyntaxNode?)member;
        return member is FieldDeclarationSyntax or PropertyDeclarationSyntax
            && declaration is not FieldDeclarationSyntax
            && model?.GetDeclaredSymbol(declaration!, cancellationToken) is { IsStatic: false } symbol
            && MayBePrivate(symbol)
            && await IsUsedInsideAloneAsync(symbol, document.Project.Solution, cancellationToken).ConfigureAwait(false)
                ? new Plan(document, member)
                : null;
    }

    internal override string Title(Plan plan) => "Make it private";

    internal override async Task EditAsync(SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var plan in plans)
        {
            var editor = await solution.GetDocumentEditorAsync(plan.Document.Id, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(plan.Member, static (current, _) => Private((MemberDeclarationSyntax)current));
        }
    }

    private static MemberDeclarationSyntax Private(MemberDeclarationSyntax member)
    {
        member = Modifiers.MakePrivate(member);

        // "private int Count { get; private set; }" says too much for the compiler.
        return member is PropertyDeclarationSyntax { AccessorList: { } accessors } property
            ? property.WithAccessorList(accessors.WithAccessors(SyntaxFactory.List(accessors.Accessors.Select(WithoutModifiers))))
            : member;
    }

    private static AccessorDeclarationSyntax WithoutModifiers(AccessorDeclarationSyntax accessor) => accessor.Modifiers.Count == 0
        ? accessor
        : accessor.WithModifiers(default).WithKeyword(accessor.Keyword.WithLeadingTrivia(accessor.Modifiers[0].LeadingTrivia));

    private static bool MayBePrivate(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => !field.IsRequired,
        IPropertySymbol property => property is { IsRequired: false, IsVirtual: false, IsOverride: false, IsAbstract: false }
            && !property.ContainingType.AllInterfaces.SelectMany(face => face.GetMembers())
                .Any(member => SymbolEqualityComparer.Default.Equals(property.ContainingType.FindImplementationForInterfaceMember(member), property)),
        _ => false,
    };

    private static async Task<bool> IsUsedInsideAloneAsync(ISymbol symbol, Solution solution, CancellationToken cancellationToken)
    {
        var inside = symbol.ContainingType.DeclaringSyntaxReferences;
        var references = await SymbolFinder.FindReferencesAsync(symbol, solution, cancellationToken).ConfigureAwait(false);
        return references.SelectMany(static reference => reference.Locations).All(place => inside.Any(part =>
            part.SyntaxTree == place.Location.SourceTree && part.Span.Contains(place.Location.SourceSpan)));
    }

    internal sealed record Plan(Document Document, MemberDeclarationSyntax Member);
}
