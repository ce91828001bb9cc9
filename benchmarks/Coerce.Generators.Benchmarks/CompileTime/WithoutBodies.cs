using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Coerce.Generators.Benchmarks.CompileTime;

/// <summary>Empties the methods of generated files.</summary>
/// <remarks>No analyzer looks into them, but the compiler does, which takes many times as long as all analyzers together and has the
/// collector stop them over and over.</remarks>
internal sealed class WithoutBodies : CSharpSyntaxRewriter
{
    private static readonly ConditionalWeakTable<SourceText, SyntaxTree> Known = [];
    private static readonly BlockSyntax EmptyBlock = SyntaxFactory.Block(SyntaxFactory.ParseStatement("throw null!;"));
    private static readonly ArrowExpressionClauseSyntax EmptyArrow = SyntaxFactory.ArrowExpressionClause(SyntaxFactory.ParseExpression("throw null!"));

    /// <summary>The same file for the same text: an editor does not open a generated file anew either that is as it was.</summary>
    internal static SyntaxTree Of(SyntaxTree tree)
        => Known.GetValue(tree.GetText(), _ => tree.WithRootAndOptions(new WithoutBodies().Visit(tree.GetRoot()), tree.Options));

    public override SyntaxNode VisitBlock(BlockSyntax node) => EmptyBlock;

    public override SyntaxNode VisitArrowExpressionClause(ArrowExpressionClauseSyntax node) => EmptyArrow;
}
