using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>One mistake in the shape of an actor.</summary>
internal readonly struct ShapeProblem(ShapeRule rule, ISymbol subject, IMethodSymbol? method = null, ISymbol? other = null, EntityFault fault = EntityFault.None)
{
    public ShapeRule Rule { get; } = rule;

    /// <summary>Where it shows: the actor, a handler, or a member in the way.</summary>
    public ISymbol Subject { get; } = subject;

    /// <summary>The handler or lifecycle method that it breaks; null when it concerns the whole class.</summary>
    public IMethodSymbol? Method { get; } = method;

    /// <summary>What the subject clashes with, where that is the problem.</summary>
    public ISymbol? Other { get; } = other;

    /// <summary>What is wrong with an entity.</summary>
    public EntityFault Fault { get; } = fault;

    public bool IsClassLevel => Method is null;
}
