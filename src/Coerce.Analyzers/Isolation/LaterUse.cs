using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Isolation;

/// <summary>Follows the ways that lead on from a call, until a variable or field is used or gets another value.</summary>
/// <param name="place">The variable or field.</param>
/// <param name="isMessage">Whether it holds a message of which only a part was handed over.</param>
/// <param name="graph">The method.</param>
/// <param name="model">Its file.</param>
/// <param name="sendability">What may be read of such a message.</param>
/// <param name="cancellationToken">Ends the search.</param>
internal sealed class LaterUse(
    ISymbol place, bool isMessage, ControlFlowGraph graph, SemanticModel model, Sendability sendability, CancellationToken cancellationToken)
{
    private readonly HashSet<BasicBlock> _visited = new();

    /// <summary>Whether a way ends with the old value still in its place.</summary>
    public bool StaysToTheEnd { get; private set; }

    /// <summary>The first use on some way, in the order of the text; null when there is none.</summary>
    public SyntaxNode? After(IOperation call)
    {
        foreach (var block in graph.Blocks)
        {
            var operations = Operations(block);
            for (var i = 0; i < operations.Count; i++)
            {
                if (operations[i].DescendantsAndSelf().Any(operation => operation is IInvocationOperation && operation.Syntax == call.Syntax))
                {
                    return Follow(block, operations, i, call.Syntax.Span.End);
                }
            }
        }

        return null;
    }

    private SyntaxNode? Follow(BasicBlock start, List<IOperation> operations, int index, int end)
    {
        // Of the operation itself only what comes after the call.
        if (Uses(operations[index]).FirstOrDefault(use => use.SpanStart >= end) is { } use)
        {
            return use;
        }

        if (Assigns(operations[index]))
        {
            return null;
        }

        var ways = new Queue<BasicBlock>();
        var handlers = new Queue<BasicBlock>();
        var found = Scan(operations.Skip(index + 1), out var isOver);
        if (!isOver)
        {
            Enqueue(start, ways);
        }

        // The call itself may throw.
        EnqueueHandlers(start, handlers);
        found = Follow(ways, handlers, found);

        // That an exception leaves the value where it is says nothing.
        bool stays = StaysToTheEnd;
        found = Follow(handlers, handlers, found);
        StaysToTheEnd = stays;
        return found;
    }

    private SyntaxNode? Follow(Queue<BasicBlock> ways, Queue<BasicBlock> handlers, SyntaxNode? found)
    {
        while (ways.Count > 0)
        {
            var block = ways.Dequeue();
            if (!_visited.Add(block))
            {
                continue;
            }

            StaysToTheEnd |= block.Kind == BasicBlockKind.Exit;
            var here = Scan(Operations(block), out var isOver);
            found = found is null || here is { } later && later.SpanStart < found.SpanStart ? here ?? found : found;
            if (!isOver)
            {
                Enqueue(block, ways);
                EnqueueHandlers(block, handlers);
            }
        }

        return found;
    }

    private SyntaxNode? Scan(IEnumerable<IOperation> operations, out bool isOver)
    {
        foreach (var operation in operations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Uses(operation).FirstOrDefault() is { } use)
            {
                isOver = true;
                return use;
            }

            if (Assigns(operation))
            {
                isOver = true;
                return null;
            }
        }

        isOver = false;
        return null;
    }

    private static List<IOperation> Operations(BasicBlock block)
    {
        var operations = block.Operations.ToList();
        if (block.BranchValue is { } value)
        {
            operations.Add(value);
        }

        return operations;
    }

    private void Enqueue(BasicBlock block, Queue<BasicBlock> ways)
    {
        foreach (var branch in new[] { block.FallThroughSuccessor, block.ConditionalSuccessor })
        {
            if (branch?.Destination is { } next)
            {
                ways.Enqueue(next);
            }

            foreach (var region in branch?.FinallyRegions ?? ImmutableArray<ControlFlowRegion>.Empty)
            {
                ways.Enqueue(graph.Blocks[region.FirstBlockOrdinal]);
            }
        }
    }

    private void EnqueueHandlers(BasicBlock block, Queue<BasicBlock> handlers)
    {
        for (var region = block.EnclosingRegion; region.EnclosingRegion is { } outer; region = outer)
        {
            if (region.Kind == ControlFlowRegionKind.Try)
            {
                foreach (var handler in outer.NestedRegions.Where(sibling => sibling != region))
                {
                    handlers.Enqueue(graph.Blocks[handler.FirstBlockOrdinal]);
                }
            }
        }
    }

    private IEnumerable<SyntaxNode> Uses(IOperation operation)
        => operation.DescendantsAndSelf()
            .SelectMany(part => part is IFlowAnonymousFunctionOperation ? InLambda(part.Syntax) : IsUse(part) ? new[] { part.Syntax } : Enumerable.Empty<SyntaxNode>())
            .OrderBy(syntax => syntax.SpanStart);

    private bool IsUse(IOperation operation)
        => IsPlace(operation) && !IsTarget(operation) && !OperationPlaces.IsInNameof(operation) && !IsHarmless(operation);

    private bool IsPlace(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => SymbolEqualityComparer.Default.Equals(local.Local, place),
        IParameterReferenceOperation parameter => SymbolEqualityComparer.Default.Equals(parameter.Parameter, place),
        IMemberReferenceOperation member => SymbolEqualityComparer.Default.Equals(member.Member, place),
        _ => false,
    };

    // What of a message was not handed over may be read.
    private bool IsHarmless(IOperation operation)
        => isMessage
            && operation.Parent is IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } reference
            && reference.Instance == operation
            && reference.Type is { } type
            && sendability.IsSendable(type)
            && !SendabilitySearch.IsTransferred(reference.Member);

    private static bool IsTarget(IOperation operation) => operation.Parent switch
    {
        ISimpleAssignmentOperation assignment => assignment.Target == operation,
        IArgumentOperation { Parameter.RefKind: RefKind.Out } => true,
        IDeclarationExpressionOperation => true,
        _ => false,
    };

    private bool Assigns(IOperation operation) => operation.DescendantsAndSelf().Any(part => IsPlace(part) && IsTarget(part));

    private IEnumerable<SyntaxNode> InLambda(SyntaxNode lambda)
        => lambda.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name =>
            name.Identifier.ValueText == place.Name
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, place));
}
