using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Coerce.CodeAnalysis;
using Coerce.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Coerce.CodeFixes.Async;

/// <summary>Whether an <c>await</c> can be written at a place, and which method has to be made async for it.</summary>
internal static class AsyncMethods
{
    /// <summary>The plan for the function around the place; null when it cannot await.</summary>
    internal static async Task<AwaitPlace?> FindAsync(Document document, SyntaxNode place, SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode? node = place;
        for (; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case LockStatementSyntax or CatchFilterClauseSyntax or QueryExpressionSyntax or UnsafeStatementSyntax or FixedStatementSyntax:
                    return null;
                case AnonymousFunctionExpressionSyntax function:
                    return function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword) ? new AwaitPlace(null) : null;
                case LocalFunctionStatementSyntax function:
                    return function.Modifiers.Any(SyntaxKind.AsyncKeyword) ? new AwaitPlace(null) : null;
                case MethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword) ? new AwaitPlace(null)
                        : await CanChangeAsync(document, method, model, cancellationToken).ConfigureAwait(false)
                            && MethodRewriter.CanMakeAsync(method, model, cancellationToken) ? new AwaitPlace(method)
                        : null;
                case MemberDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Whether the runtime alone calls the method, so that what it returns may become a task, or cease to be one.</summary>
    internal static async Task<bool> CanChangeAsync(
        Document document, MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetDeclaredSymbol(method, cancellationToken) is not { IsVirtual: false, IsOverride: false, IsAbstract: false } symbol
            || symbol.IsPartialDefinition || symbol.PartialDefinitionPart is not null
            || !KnownAttributes.IsCalledByRuntime(symbol)
            || symbol.Parameters.Any(static parameter => parameter.RefKind != RefKind.None || parameter.Type.IsRefLikeType)
            || symbol.ContainingType.AllInterfaces.SelectMany(static type => type.GetMembers())
                .Any(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol)))
        {
            return false;
        }

        var solution = document.Project.Solution;
        var references = await SymbolFinder.FindReferencesAsync(symbol, solution, cancellationToken).ConfigureAwait(false);
        return references.SelectMany(static reference => reference.Locations)
            .All(location => location.Document is SourceGeneratedDocument);
    }
}

/// <summary>A place where <c>await</c> can be written.</summary>
/// <param name="ToChange">The method to be made async first; null when it is.</param>
internal sealed record AwaitPlace(MethodDeclarationSyntax? ToChange);
