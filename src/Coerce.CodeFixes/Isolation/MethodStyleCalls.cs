using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.CodeFixes;

/// <summary>Those who send the message that is generated for a handler: by the method of the ref, or as the message itself.</summary>
internal static class MethodStyleCalls
{
    private const string Async = "Async";

    internal static async Task<List<(Document Document, ArgumentListSyntax Arguments, IParameterSymbol Parameter)>> FindAsync(
        Solution solution, ProjectId home, IParameterSymbol parameter, CancellationToken cancellationToken)
    {
        var found = new List<(Document, ArgumentListSyntax, IParameterSymbol)>();
        var handler = (IMethodSymbol)parameter.ContainingSymbol;
        var projects = solution.GetProjectDependencyGraph().GetProjectsThatTransitivelyDependOnThisProject(home).Append(home);
        foreach (var document in projects.SelectMany(id => solution.GetProject(id)!.Documents))
        {
            if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
            {
                continue;
            }

            // The name first: a semantic model costs much more.
            var calls = root.DescendantNodes().Where(node => Arguments(node) is { Arguments.Count: > 0 } && MayCall(node, handler.Name)).ToList();
            if (calls.Count == 0 || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            {
                continue;
            }

            foreach (var call in calls)
            {
                if (model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol target
                    && IsOf(target, handler)
                    && target.Parameters.FirstOrDefault(other => string.Equals(other.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)) is { } taken)
                {
                    found.Add((document, Arguments(call)!, taken));
                }
            }
        }

        return found;
    }

    private static ArgumentListSyntax? Arguments(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call => call.ArgumentList,
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
        _ => null,
    };

    private static bool MayCall(SyntaxNode call, string handler) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } => IsNamed(name, handler),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: var name } } => IsNamed(name, handler),
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var name } } => name == handler,
        ObjectCreationExpressionSyntax creation => creation.Type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().LastOrDefault() is { } name
            && IsNamed(name.Identifier.ValueText, handler),
        ImplicitObjectCreationExpressionSyntax => true,
        _ => false,
    };

    /// <summary>The method of the ref, the message, or the handler itself.</summary>
    private static bool IsOf(IMethodSymbol target, IMethodSymbol handler)
    {
        if (SymbolEqualityComparer.Default.Equals(target.OriginalDefinition, handler.OriginalDefinition))
        {
            return true;
        }

        var type = target.ContainingType;
        return target.MethodKind == MethodKind.Constructor
            ? type.ContainingType is { Name: WellKnownNames.Messages, ContainingType: { } actor } && IsSame(actor, handler.ContainingType) && IsNamed(type.Name, handler.Name)
            : KnownAttributes.ActorOf(type.OriginalDefinition) is { } asked && IsSame(asked, handler.ContainingType) && IsNamed(target.Name, handler.Name);
    }

    private static bool IsNamed(string name, string handler) => Stem(name) == Stem(handler);

    private static string Stem(string name) => name.EndsWith(Async, StringComparison.Ordinal) ? name.Substring(0, name.Length - Async.Length) : name;

    // Each project has a symbol of its own for the actor.
    private static bool IsSame(INamedTypeSymbol left, INamedTypeSymbol right)
        => left.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) == right.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
            && left.ContainingAssembly.Name == right.ContainingAssembly.Name;
}
