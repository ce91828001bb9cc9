using System.Collections.Immutable;

namespace Coerce.Analyzers.Tests.RandomPrograms;

/// <summary>How a handler gives its reply.</summary>
internal enum ReplyShape
{
    Nothing,
    Plain,
    Task,
    ValueTask,
    TaskAlone,
    ValueTaskAlone,
    Deferred,
    Stream,
}

/// <summary>How a message is declared; method-style handlers have none.</summary>
internal enum MessageShape
{
    MethodStyle,
    Payload,        // the payload is the message
    RecordStruct,
    Record,
    Class,
    Generic,
    InActor,        // a record inside of the actor
}

/// <summary>One handler.</summary>
/// <param name="Name">The method.</param>
/// <param name="Message">How its message is declared.</param>
/// <param name="MessageName">The type of the message; that of the payload where that is the message.</param>
/// <param name="Inputs">What the message carries.</param>
/// <param name="Reply">How it replies.</param>
/// <param name="Echo">The input that it replies with.</param>
internal sealed record RandomHandler(
    string Name, MessageShape Message, string MessageName, ImmutableArray<Payload> Inputs, ReplyShape Reply, int Echo)
{
    internal string Access { get; init; } = "";

    internal bool TakesContext { get; init; }

    internal bool TakesToken { get; init; }

    /// <summary>Whether it awaits something that is not there yet.</summary>
    internal bool Yields { get; init; }

    internal bool IsReentrant { get; init; }

    /// <summary>Whether it is in the second part of the class.</summary>
    internal bool IsInOtherPart { get; init; }

    internal Payload Answer => Inputs[Echo];

    internal bool IsAsync => Reply == ReplyShape.Stream
        || (Yields && Reply is ReplyShape.Task or ReplyShape.ValueTask or ReplyShape.TaskAlone or ReplyShape.ValueTaskAlone);

    // What a breakage adds.
    internal bool IsHandler { get; init; } = true;

    internal string Modifier { get; init; } = "";

    internal string TypeParameters { get; init; } = "";

    internal string Passing { get; init; } = "";
}

/// <summary>What a random program is made of: one actor, its messages, and somebody who calls it.</summary>
internal sealed record RandomActor(int Number, string Name, ImmutableArray<RandomHandler> Handlers)
{
    internal string Namespace => $"{NamespacePrefix}Program{Number}";

    internal string NamespacePrefix { get; init; } = "";

    internal bool IsFileScoped { get; init; }

    /// <summary>The heads of the types around the actor, from the outside.</summary>
    internal ImmutableArray<string> Containers { get; init; } = [];

    internal string Access { get; init; } = "public ";

    internal bool IsSealed { get; init; } = true;

    internal bool IsGeneric { get; init; }

    internal string Constraint { get; init; } = "";

    /// <summary>What is in <c>[Actor(...)]</c>.</summary>
    internal string Settings { get; init; } = "";

    /// <summary>What its constructor takes.</summary>
    internal ImmutableArray<Payload> State { get; init; } = [];

    internal bool HasPrimaryConstructor { get; init; }

    internal string Start { get; init; } = "";

    internal string Stop { get; init; } = "";

    /// <summary>Odd, but allowed: things between the members.</summary>
    internal string Clutter { get; init; } = "";

    /// <summary>What the caller does before all else.</summary>
    internal string CallFirst { get; init; } = "";

    /// <summary>What is declared beside the actor.</summary>
    internal string Beside { get; init; } = "";

    /// <summary>The class as it is declared.</summary>
    internal string Kind { get; init; } = "partial class";
}
