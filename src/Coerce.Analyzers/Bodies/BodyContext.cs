using System;
using System.Collections.Immutable;
using System.Threading;
using Coerce.Analyzers.Isolation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Coerce.Analyzers.Bodies;

/// <summary>One member and its bodies.</summary>
/// <param name="context">What the compiler gives.</param>
/// <param name="sendability">What may be sent, in the compilation.</param>
/// <param name="actors">The actors of the compilation.</param>
internal sealed class BodyContext(OperationBlockAnalysisContext context, Sendability sendability, ActorClasses actors)
{
    private readonly Lazy<INamedTypeSymbol?> _actor = new(() => ActorCode.ActorOf(context.OwningSymbol), LazyThreadSafetyMode.None);

    public ISymbol Member => context.OwningSymbol;

    /// <summary>The actor in whose turns the member runs; null for code outside of turns.</summary>
    public INamedTypeSymbol? Actor => _actor.Value;

    public ImmutableArray<IOperation> Bodies => context.OperationBlocks;

    public Sendability Sendability => sendability;

    public ActorClasses Actors => actors;

    public CancellationToken CancellationToken => context.CancellationToken;

    /// <summary>Whether nothing was reported.</summary>
    public bool IsSound { get; private set; } = true;

    public void Report(Diagnostic diagnostic)
    {
        IsSound = false;
        context.ReportDiagnostic(diagnostic);
    }

    /// <summary>The ways through the body that the operation is in.</summary>
    public ControlFlowGraph GraphOf(IOperation operation)
    {
        var body = operation;
        while (!context.OperationBlocks.Contains(body))
        {
            body = body.Parent!;
        }

        return context.GetControlFlowGraph(body);
    }
}
