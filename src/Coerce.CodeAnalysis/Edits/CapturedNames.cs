using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.CodeAnalysis;

/// <summary>The parameters of primary constructors that bodies use: such a parameter is a field, so that a body declares something after all.</summary>
internal sealed class CapturedNames
{
    // By the name of the class alone: its parts may be anywhere, and one name too many does no harm.
    private readonly ILookup<string, string> _parameters;

    /// <param name="trees">The program.</param>
    public CapturedNames(IEnumerable<SyntaxTree> trees)
        => _parameters = trees
            .SelectMany(static tree => Types(tree.GetRoot()))
            .Where(static type => type.ParameterList is not null)
            .SelectMany(static type => type.ParameterList!.Parameters, static (type, parameter) => (Type: type.Identifier.ValueText, Name: parameter.Identifier.ValueText))
            .ToLookup(static parameter => parameter.Type, static parameter => parameter.Name, StringComparer.Ordinal);

    /// <summary>Whether two files that have the same declarations otherwise use the same parameters in the same way.</summary>
    public bool AreSame(SyntaxNode left, SyntaxNode right)
    {
        foreach (var (before, after) in Types(left).Zip(Types(right), static (before, after) => (before, after)))
        {
            var names = _parameters[before.Identifier.ValueText];
            if (names.Any() && !before.IsIncrementallyIdenticalTo(after) && !Uses(before, names).SetEquals(Uses(after, names)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The names that the bodies in a part of a class use, and whether they assign them.</summary>
    public static IEnumerable<(string Name, bool IsAssigned)> UsedIn(TypeDeclarationSyntax part)
        => part.Members
            .SelectMany(Bodies)
            .SelectMany(static body => body.DescendantNodesAndSelf())
            .OfType<IdentifierNameSyntax>()
            .Select(static name => (name.Identifier.ValueText, IsAssigned(name)));

    private static HashSet<(string Name, bool IsAssigned)> Uses(TypeDeclarationSyntax type, IEnumerable<string> names)
        => new(UsedIn(type).Where(use => names.Contains(use.Name)));

    // Those of a record are properties.
    private static IEnumerable<TypeDeclarationSyntax> Types(SyntaxNode root)
        => root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<TypeDeclarationSyntax>()
            .Where(static type => type is ClassDeclarationSyntax or StructDeclarationSyntax);

    private static bool IsAssigned(IdentifierNameSyntax name) => name.Parent switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left == name,
        PrefixUnaryExpressionSyntax prefix => prefix.OperatorToken.Text is "++" or "--",
        PostfixUnaryExpressionSyntax postfix => postfix.OperatorToken.Text is "++" or "--",
        ArgumentSyntax argument => argument.RefKindKeyword.Text is "ref" or "out",
        _ => false,
    };

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
