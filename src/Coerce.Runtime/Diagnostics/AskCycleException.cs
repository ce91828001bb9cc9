using System.Collections.Immutable;
using Coerce.Dispatch;

namespace Coerce;

/// <summary>An ask would have closed a ring of actors that wait for each other, none of which could ever answer.</summary>
public sealed class AskCycleException : InvalidOperationException
{
    private AskCycleException(string text, ImmutableArray<string> ring)
        : base(text) => Ring = ring;

    /// <summary>The paths of the actors in the order in which they wait, from the one that asked round to it again.</summary>
    public ImmutableArray<string> Ring { get; }

    internal static AskCycleException For(ActorCell[] ring, string message) => new(
        $"{ring[0]} asks {ring[1]} for {message}, and would wait for itself: {string.Join(" → ", ring.AsEnumerable())}. " +
        "Tell instead of asking, let one of them answer later with a Deferred<T>, or ask before or after the turn.",
        [.. ring.Select(static cell => cell.Path)]);
}
