using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Bodies;

/// <summary>A rule on what is written in bodies. It may ask for declarations, and for nothing that is in another body.</summary>
internal abstract class BodyRule(params OperationKind[] kinds)
{
    /// <summary>What it wants to see.</summary>
    internal ImmutableArray<OperationKind> Kinds { get; } = ImmutableArray.Create(kinds);

    /// <summary>Looks at a member as a whole, once.</summary>
    internal virtual void AnalyzeMember(BodyContext context)
    {
    }

    internal abstract void Analyze(IOperation operation, BodyContext context);
}
