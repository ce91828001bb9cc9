using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Isolation;

/// <summary>Other variables with the object of a variable: <c>var other = list;</c>, where that is all that <c>other</c> ever is.</summary>
internal static class Aliases
{
    /// <param name="place">The variable; for a field there is no telling.</param>
    /// <param name="call">Where its object is handed over.</param>
    /// <param name="graph">The method.</param>
    internal static IEnumerable<ISymbol> Of(ISymbol place, IOperation call, ControlFlowGraph graph)
    {
        if (place is not (ILocalSymbol or IParameterSymbol))
        {
            yield break;
        }

        var writes = graph.Blocks
            .SelectMany(static block => block.BranchValue is { } value ? block.Operations.Append(value) : block.Operations)
            .SelectMany(static operation => operation.DescendantsAndSelf())
            .Where(static operation => IsWritten(operation))
            .ToLookup(static operation => Variable(operation), SymbolEqualityComparer.Default);

        foreach (var copy in writes.SelectMany(static sites => sites))
        {
            if (copy.Parent is ISimpleAssignmentOperation { Syntax: VariableDeclaratorSyntax } declaration
                && Variable(copy) is ILocalSymbol { IsRef: false } alias
                && Variable(OperationPlaces.Unwrap(declaration.Value)) is { } origin
                && declaration.Syntax.Span.End <= call.Syntax.SpanStart
                && writes[alias].Count() == 1
                && !writes[origin].Any(write => write.Syntax.SpanStart > declaration.Syntax.Span.End && write.Syntax.SpanStart < call.Syntax.SpanStart))
            {
                if (SymbolEqualityComparer.Default.Equals(origin, place))
                {
                    yield return alias;
                }
                else if (SymbolEqualityComparer.Default.Equals(alias, place))
                {
                    yield return origin;
                }
            }
        }
    }

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private static bool IsWritten(IOperation operation) => Variable(operation) is not null && operation.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == operation,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        IDeclarationExpressionOperation or ITupleOperation => true,
        _ => false,
    };
}
