using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>
/// An [Actor] class as generator and analyzers see it: the one place that decides what is an actor, what is a
/// handler, and what is wrong with either. Holds symbols, so nobody keeps one past the call that made it.
/// </summary>
internal sealed class ActorShape
{
    private ActorShape(INamedTypeSymbol actor) => Actor = actor;

    public INamedTypeSymbol Actor { get; }

    public ClassFault ClassFault { get; private set; }

    public ConstructorShape Constructor { get; private set; } = null!;

    /// <summary>Every [Handles] method, sound or not, in the order of declaration.</summary>
    public ImmutableArray<HandlerSignature> Handlers { get; private set; }

    /// <summary>Every [Behavior] class inside the actor, sound or not.</summary>
    public ImmutableArray<BehaviorShape> Behaviors { get; private set; }

    /// <summary>Every [OnStart] method; all but the first are at fault.</summary>
    public ImmutableArray<LifecycleSignature> Starts { get; private set; }

    /// <summary>Every [OnRestart] method; all but the first are at fault.</summary>
    public ImmutableArray<LifecycleSignature> Restarts { get; private set; }

    /// <summary>Every [OnStop] method; all but the first are at fault.</summary>
    public ImmutableArray<LifecycleSignature> Stops { get; private set; }

    /// <summary>What the attribute says beside the name.</summary>
    public SettingsShape Settings { get; private set; } = null!;

    /// <summary>What makes it an entity.</summary>
    public EntityShape Entity { get; private set; } = null!;

    /// <summary>What the actor has promised to handle; null for an actor without a protocol.</summary>
    public ActorProtocol? Protocol { get; private set; }

    /// <summary>The mistakes, those of the class first. Empty for a sound actor.</summary>
    public ImmutableArray<ShapeProblem> Problems { get; private set; }

    /// <summary>Whether the generator can only give a stub.</summary>
    public bool HasClassProblem => !Problems.IsEmpty && Problems[0].IsClassLevel;

    /// <summary>Whether the generator has to leave the method out.</summary>
    public bool IsBroken(IMethodSymbol method)
    {
        foreach (var problem in Problems)
        {
            if (SymbolEqualityComparer.Default.Equals(problem.Method, method))
            {
                return true;
            }
        }

        return DuplicateHandlers.IsDisputed(this, method) || BehaviorHandlers.IsUndecided(this, method) || IsBroken(Starts, method) || IsBroken(Restarts, method) || IsBroken(Stops, method);
    }

    public static ActorShape Of(INamedTypeSymbol actor)
    {
        var shape = new ActorShape(actor);
        shape.ReadMethods();
        shape.Behaviors = BehaviorShape.AllOf(actor);
        shape.ClassFault = ClassShape.FaultOf(actor);
        shape.Constructor = ConstructorShape.Of(actor);
        shape.Settings = SettingsShape.Of(KnownAttributes.Actor(actor), hasBehaviors: !shape.Behaviors.IsEmpty);

        shape.Protocol = ActorProtocol.Of(shape);

        var problems = new List<ShapeProblem>();
        shape.CheckClass(problems);
        shape.CheckHandlers(problems);
        BehaviorHandlers.Check(shape, problems);
        CheckLifecycle(shape.Starts, problems);
        CheckLifecycle(shape.Restarts, problems);
        CheckLifecycle(shape.Stops, problems);
        shape.Problems = problems.ToImmutableArray();
        return shape;
    }

    private static bool IsBroken(ImmutableArray<LifecycleSignature> methods, IMethodSymbol method)
    {
        foreach (var lifecycle in methods)
        {
            if (!lifecycle.IsSound && SymbolEqualityComparer.Default.Equals(lifecycle.Method, method))
            {
                return true;
            }
        }

        return false;
    }

    private void ReadMethods()
    {
        var handlers = ImmutableArray.CreateBuilder<HandlerSignature>();
        var starts = ImmutableArray.CreateBuilder<LifecycleSignature>();
        var restarts = ImmutableArray.CreateBuilder<LifecycleSignature>();
        var stops = ImmutableArray.CreateBuilder<LifecycleSignature>();
        foreach (var member in Actor.GetMembers())
        {
            if (member is not IMethodSymbol method || method.GetAttributes().IsEmpty)
            {
                continue;
            }

            if (KnownAttributes.IsHandler(method))
            {
                handlers.Add(HandlerSignature.Of(method, Actor));
            }

            if (KnownAttributes.IsStart(method))
            {
                starts.Add(LifecycleSignature.Of(method, Actor, isRepeated: starts.Count > 0));
            }

            if (KnownAttributes.IsRestart(method))
            {
                restarts.Add(LifecycleSignature.Of(method, Actor, isRepeated: restarts.Count > 0, hasFailure: true));
            }

            if (KnownAttributes.IsStop(method))
            {
                stops.Add(LifecycleSignature.Of(method, Actor, isRepeated: stops.Count > 0));
            }
        }

        Handlers = handlers.ToImmutable();
        Starts = starts.ToImmutable();
        Restarts = restarts.ToImmutable();
        Stops = stops.ToImmutable();
    }

    private void CheckClass(List<ShapeProblem> problems)
    {
        if (!ClassShape.IsPartialThroughout(Actor))
        {
            problems.Add(new(ShapeRule.NotPartial, Actor));
        }

        if (ClassFault != ClassFault.None)
        {
            problems.Add(new(ShapeRule.UnsupportedClass, Actor, other: ClassShape.BaseActorOf(Actor)));
        }

        if (Handlers.IsEmpty && Behaviors.All(static behavior => behavior.Handlers.IsEmpty))
        {
            problems.Add(new(ShapeRule.NoHandler, Actor));
        }

        if (Constructor.Fault != ConstructorFault.None)
        {
            problems.Add(new(ShapeRule.Constructor, Constructor.FaultSubject ?? Actor, other: Actor));
        }

        Entity = EntityShape.Of(Actor, Constructor, problems);
        NameShape.Check(Actor, problems);
        NameShape.CheckBehaviors(Actor, Behaviors, problems);
    }

    private void CheckHandlers(List<ShapeProblem> problems)
    {
        for (var i = 0; i < Handlers.Length; i++)
        {
            var handler = Handlers[i];
            if (!handler.IsSound)
            {
                problems.Add(new(ShapeRule.HandlerSignature, handler.FaultSubject ?? handler.Method, handler.Method));
            }
            else if (DuplicateHandlers.FindEarlier(Handlers, i) is { } earlier)
            {
                problems.Add(new(ShapeRule.DuplicateHandler, handler.Method, handler.Method, earlier.Method));
            }

            CheckName(handler, problems);
        }
    }

    internal static void CheckName(HandlerSignature handler, List<ShapeProblem> problems)
    {
        // A reserved name has been reported for the class, and nobody can rename a finalizer.
        if (WellKnownNames.IsReserved(handler.Method.Name)
            || handler.Fault is SignatureFault.NotAnOrdinaryMethod or SignatureFault.ExplicitImplementation)
        {
            return;
        }

        var hidden = NameShape.HiddenBy(handler);
        if (hidden is not null || NameShape.ClashesWithRef(handler))
        {
            problems.Add(new(ShapeRule.NameTaken, handler.Method, handler.Method, hidden));
        }
    }

    private static void CheckLifecycle(ImmutableArray<LifecycleSignature> methods, List<ShapeProblem> problems)
    {
        foreach (var lifecycle in methods)
        {
            if (lifecycle.Fault is not (SignatureFault.None or SignatureFault.Unresolved or SignatureFault.Redeclared))
            {
                problems.Add(new(ShapeRule.LifecycleSignature, lifecycle.FaultSubject ?? lifecycle.Method, lifecycle.Method));
            }
        }
    }
}
