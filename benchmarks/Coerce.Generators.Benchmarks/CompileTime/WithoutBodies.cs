using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Generators.Benchmarks.CompileTime;

/// <summary>Empties the methods of generated files.</summary>
/// <remarks>No analyzer looks into them, but the compiler does, which takes many times as long as all analyzers together and has the
/// collector stop them over and over.</remarks>
internal sealed class WithoutBodies : CSharpSyntaxRewriter
{
    private static readonly ConditionalWeakTable<SyntaxTree, SyntaxTree> Known = [];
    private static readonly BlockSyntax EmptyBlock = SyntaxFactory.Block(SyntaxFactory.ParseStatement("throw null!;"));
    private static readonly ArrowExpressionClauseSyntax EmptyArrow = SyntaxFactory.ArrowExpressionClause(SyntaxFactory.ParseExpression("throw null!"));

    internal static SyntaxTree Of(SyntaxTree tree)
        => Known.GetValue(tree, static full => full.WithRootAndOptions(new WithoutBodies().Visit(full.GetRoot()), full.Options));

    public override SyntaxNode VisitBlock(BlockSyntax node) => EmptyBlock;

    public override SyntaxNode VisitArrowExpressionClause(ArrowExpressionClauseSyntax node) => EmptyArrow;
}
