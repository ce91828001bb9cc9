using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Coerce.CodeAnalysis;
using Coerce.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Rename;

namespace Coerce.CodeFixes;

/// <summary>
/// COERCE0008: renames a member of the actor that stands in the way. A type that stands where the ref belongs is left
/// alone: code that names it may well mean the ref.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameFix)), Shared]
internal sealed class RenameFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0008");

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var solution = context.Document.Project.Solution;
        foreach (var diagnostic in context.Diagnostics)
        {
            var (node, model) = await Declarations.FindAsync<SyntaxNode>(context.Document, diagnostic, context.CancellationToken)
                .ConfigureAwait(false);
            if (node is not (MemberDeclarationSyntax or VariableDeclaratorSyntax)
                || model?.GetDeclaredSymbol(node, context.CancellationToken)
                    is not { ContainingType: { } actor, IsOverride: false } member
                || !KnownAttributes.IsActor(actor)
                || IsContract(member)
                || NewName(member, actor) is not { } name)
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Rename '{member.Name}' to '{name}'",
                    cancellation => Renamer.RenameSymbolAsync(solution, member, new SymbolRenameOptions(), name, cancellation),
                    equivalenceKey: nameof(RenameFix)),
                diagnostic);
        }
    }

    private static string? NewName(ISymbol member, INamedTypeSymbol actor)
    {
        var name = member is IMethodSymbol method && KnownAttributes.IsHandler(method)
            ? WellKnownNames.WithoutAsync(member.Name) + actor.Name
            : actor.Name + member.Name;

        return actor.GetMembers(name).IsEmpty && !WellKnownNames.IsReserved(name) ? name : null;
    }

    // Renaming the implementation of an interface renames the interface.
    private static bool IsContract(ISymbol member)
        => member.ContainingType.AllInterfaces.SelectMany(contract => contract.GetMembers(member.Name))
            .Any(promised => SymbolEqualityComparer.Default.Equals(
                member.ContainingType.FindImplementationForInterfaceMember(promised), member));
}
