using System.Collections.Immutable;
using System.Diagnostics;

namespace Coerce;

/// <summary>What an actor is called and which messages it handles: written by the generator, read by tools.</summary>
[DebuggerDisplay("{Name,nq} ({Handlers.Length} handlers)")]
public sealed class ActorDescriptor
{
    /// <summary>For generated code.</summary>
    /// <param name="name">The wire name.</param>
    /// <param name="actorType">The actor's class.</param>
    /// <param name="refType">The generated ref.</param>
    /// <param name="handlers">The handlers, in the order of their tags.</param>
    public ActorDescriptor(string name, Type actorType, Type refType, params HandlerDescriptor[] handlers)
    {
        Name = name;
        ActorType = actorType;
        RefType = refType;
        Handlers = [.. handlers];
        ChildFailedTag = Array.FindIndex(handlers, static handler => handler.Message == typeof(ChildFailed) && handler.Reply == typeof(FailureAction));
        TerminatedTag = Array.FindIndex(handlers, static handler => handler.Message == typeof(Terminated));
        int arity = actorType.Name.IndexOf('`');
        DisplayName = arity < 0 ? actorType.Name : actorType.Name[..arity];
    }

    private ActorDescriptor(ActorDescriptor member)
    {
        Name = member.Name;
        DisplayName = member.DisplayName;
        ActorType = member.ActorType;
        RefType = member.RefType;
        Handlers = member.Handlers;
        Behaviors = member.Behaviors;
        ChildFailedTag = TerminatedTag = -1;
    }

    /// <summary>The wire name: the one given to <c>[Actor]</c>, or the full name of the class.</summary>
    public string Name { get; }

    /// <summary>The name of the class, for people.</summary>
    public string DisplayName { get; }

    /// <summary>The actor's class.</summary>
    public Type ActorType { get; }

    /// <summary>The generated ref.</summary>
    public Type RefType { get; }

    /// <summary>The handler by which the actor decides on its failed children; -1 for none.</summary>
    internal int ChildFailedTag { get; private init; }

    /// <summary>The handler of <see cref="Terminated"/>; -1 for none.</summary>
    internal int TerminatedTag { get; private init; }

    /// <summary>The descriptor of a pool of such actors, which handles nothing itself.</summary>
    internal ActorDescriptor OfPool() => new(this);

    /// <summary>The handlers, in the order of their tags.</summary>
    public ImmutableArray<HandlerDescriptor> Handlers { get; }

    /// <summary>The behaviours of the actor, in the order in which they are declared; empty where it has none.</summary>
    public ImmutableArray<BehaviorDescriptor> Behaviors { get; init; } = [];
}

/// <summary>One handler of an actor.</summary>
/// <param name="Name">Its signature in short, such as <c>On(Deposit)</c>.</param>
/// <param name="Message">The message it handles.</param>
/// <param name="Reply">What it replies; null for nothing.</param>
public sealed record HandlerDescriptor(string Name, Type Message, Type? Reply);
