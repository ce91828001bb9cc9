using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Analyzers.Isolation;

/// <summary>The parameters of a primary constructor that live as long as the object.</summary>
internal static class PrimaryParameters
{
    /// <summary>Those whose name is used in a body, as far as the text says, and whether one assigns it.</summary>
    public static IEnumerable<(IParameterSymbol Parameter, bool IsAssigned)> CapturedBy(INamedTypeSymbol type)
    {
        var constructor = type.InstanceConstructors.FirstOrDefault(IsPrimary);
        if (constructor is null || constructor.Parameters.IsEmpty)
        {
            yield break;
        }

        var used = type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax())
            .OfType<TypeDeclarationSyntax>()
            .SelectMany(part => part.Members)
            .SelectMany(Bodies)
            .SelectMany(body => body.DescendantNodesAndSelf())
            .OfType<IdentifierNameSyntax>()
            .ToLookup(name => name.Identifier.ValueText, IsAssigned);
        foreach (var parameter in constructor.Parameters)
        {
            if (used.Contains(parameter.Name))
            {
                yield return (parameter, used[parameter.Name].Any(isAssigned => isAssigned));
            }
        }
    }

    private static bool IsAssigned(IdentifierNameSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == name,
        PrefixUnaryExpressionSyntax prefix => prefix.OperatorToken.Text is "++" or "--",
        PostfixUnaryExpressionSyntax postfix => postfix.OperatorToken.Text is "++" or "--",
        ArgumentSyntax argument => argument.RefKindKeyword.Text is "ref" or "out",
        _ => false,
    };

    private static bool IsPrimary(IMethodSymbol constructor)
        => constructor.DeclaringSyntaxReferences.Length > 0 && constructor.DeclaringSyntaxReferences[0].GetSyntax() is TypeDeclarationSyntax;

    // Not the initializers of fields and properties: these run in the constructor.
    private static IEnumerable<SyntaxNode> Bodies(MemberDeclarationSyntax member) => member switch
    {
        BaseMethodDeclarationSyntax method => new SyntaxNode?[] { method.Body, method.ExpressionBody }.OfType<SyntaxNode>(),
        PropertyDeclarationSyntax property => new SyntaxNode?[] { property.ExpressionBody, property.AccessorList }.OfType<SyntaxNode>(),
        IndexerDeclarationSyntax indexer => new SyntaxNode?[] { indexer.ExpressionBody, indexer.AccessorList }.OfType<SyntaxNode>(),
        EventDeclarationSyntax { AccessorList: { } accessors } => new[] { accessors },
        _ => Enumerable.Empty<SyntaxNode>(),
    };
}
