using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Coerce.Analyzers.Rules.Async.Cycles;

/// <summary>Finds the paths of asks that come back to the actor that they began at.</summary>
internal sealed class AskRings
{
    // Longer rings than this are found by nobody who reads the message either.
    private const int MostSteps = 8;

    private readonly ImmutableArray<AskEdge> _edges;
    private readonly ILookup<(string Actor, string Handled), AskEdge> _byHandler;
    private readonly ILookup<string, AskEdge> _byMessage;
    private readonly Func<string, string, bool> _handles;
    private readonly Dictionary<string, ImmutableArray<AskEdge>> _found = new(StringComparer.Ordinal);

    private AskRings(ImmutableArray<AskEdge> edges, Func<string, string, bool> handles)
    {
        _edges = edges;
        _handles = handles;
        _byHandler = edges.ToLookup(static edge => (edge.Actor, edge.Handled));
        _byMessage = edges.ToLookup(static edge => edge.Handled, StringComparer.Ordinal);
    }

    /// <param name="edges">In the order in which rings are to begin.</param>
    /// <param name="handles">Whether an actor handles a message.</param>
    internal static IEnumerable<ImmutableArray<AskEdge>> Find(ImmutableArray<AskEdge> edges, Func<string, string, bool> handles)
    {
        var rings = new AskRings(edges, handles);
        foreach (var first in rings._edges)
        {
            rings.Follow(ImmutableArray.Create(first));
        }

        return rings._found.Values;
    }

    private void Follow(ImmutableArray<AskEdge> path)
    {
        var start = path[0];
        var last = path[path.Length - 1];
        foreach (var next in Next(last))
        {
            // Two instances of one actor: they ask each other, with different messages. The same message again is a tree.
            var isTwin = path.Length == 1 && next.Actor == start.Actor;
            if (isTwin && next.Handled == start.Handled || !isTwin && path.Any(step => step.Actor == next.Actor))
            {
                continue;
            }

            var longer = path.Add(next);
            if (next.Asked == start.Actor || next.Asked.Length == 0 && _handles(start.Actor, next.Message))
            {
                Add(longer);
            }
            else if (!isTwin && longer.Length < MostSteps)
            {
                Follow(longer);
            }
        }
    }

    private IEnumerable<AskEdge> Next(AskEdge edge) => edge.Asked.Length == 0 ? _byMessage[edge.Message] : _byHandler[(edge.Asked, edge.Message)];

    // The same ring can be entered at each of its actors.
    private void Add(ImmutableArray<AskEdge> ring)
    {
        var key = string.Join("\n", ring.Select(static edge => edge.Key).OrderBy(static key => key, StringComparer.Ordinal));
        if (!_found.ContainsKey(key))
        {
            _found.Add(key, ring);
        }
    }
}
