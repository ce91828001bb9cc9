using System.Collections.Immutable;

namespace Coerce.Savina.ThreadRing;

/// <summary>Builds the ring, sends the token round, and hears how it ended.</summary>
[Actor]
public sealed partial class Ring(int size, ActorContext<RingRef> context)
{
    private readonly Deferred<RingReport> _report = new();
    private readonly int?[] _visits = new int?[size];
    private ImmutableArray<NodeRef> _nodes;
    private int _left;
    private int? _endedAt;

    [Handles]
    Deferred<RingReport> Send(int hops)
    {
        _nodes = [.. Enumerable.Range(0, size).Select(number => context.Spawn(Node.Props(number, context.Self), $"node-{number}"))];
        for (int i = 0; i < size; i++) _nodes[i].Tell(new Node.Messages.Connect(_nodes[(i + 1) % size]));

        _nodes[0].Tell(new Token(hops));
        return _report;
    }

    [Handles]
    void On(Ended message)
    {
        if (_endedAt is { } before) throw new InvariantException($"The token ended at node {before} and again at node {message.Node}.");
        _endedAt = message.Node;
        _nodes[(message.Node + 1) % size].Tell(new Exit(size));
    }

    [Handles]
    void On(Left message)
    {
        if (_visits[message.Node] is not null) throw new InvariantException($"Node {message.Node} has left twice.");
        _visits[message.Node] = message.Visits;
        if (++_left == size) _report.Reply(new RingReport(_endedAt!.Value, [.. _visits.Select(visits => visits!.Value)]));
    }
}
