using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules.Async.Cycles;

/// <summary>What a member asks, calls and spawns: in words and places of its own file, so that it can be remembered.</summary>
internal sealed class MemberAsks
{
    /// <summary>What is said of most members.</summary>
    internal static readonly MemberAsks None = new();

    /// <summary>The member, by which others call it.</summary>
    internal string Method { get; init; } = "";

    /// <summary>The actor whose turns begin with the member; null where they do not, and where others may come in.</summary>
    internal string? Actor { get; init; }

    /// <summary>The message that the member handles; empty for the start, restart or stop of the actor.</summary>
    internal string Handled { get; init; } = "";

    /// <summary>The asks that it waits for.</summary>
    internal ImmutableArray<(string Asked, string Message, Location Location)> Asks { get; init; } = ImmutableArray<(string, string, Location)>.Empty;

    /// <summary>The members of the same actor that it calls.</summary>
    internal ImmutableArray<string> Calls { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The actors that it spawns, each with its constant id; empty where it may be any.</summary>
    internal ImmutableArray<(string Actor, string Id)> Spawns { get; init; } = ImmutableArray<(string, string)>.Empty;
}
