using System.Runtime.InteropServices;
using Coerce.Cells;
using Coerce.Dispatch;

namespace Coerce.Diagnostics;

/// <summary>Reads the cells of a system as they are: it sends nothing and waits for no actor, makes nothing on them and keeps none.</summary>
internal sealed class Describer(ActorSystem system, DescribeOptions options)
{
    // Generation after generation, so that the children of an actor are side by side and those nearest to the top come first.
    private readonly List<Node> _nodes = [];
    private readonly List<ActorCell> _found = [];
    private readonly DateTimeOffset _now = system.Options.Clock.GetUtcNow();
    private readonly int _ticks = system.Ticks;
    private bool _isCut;

    public SystemDescription Describe()
    {
        bool hasMore = Add(system.ChildrenOf(null), "", depth: 1) | AddEntities();
        int top = _nodes.Count;
        for (int index = 0; index < _nodes.Count; index++)
        {
            Node node = _nodes[index];
            if (node.Cell.ExtrasOrNull?.ChildrenOrNull is not { } children) continue;
            node.FirstChild = _nodes.Count;
            node.HasMore = Add(children, node.Path, node.Depth + 1);
            node.ChildCount = _nodes.Count - node.FirstChild;
            CollectionsMarshal.AsSpan(_nodes)[index] = node;
        }

        var actors = new ActorDescription[_nodes.Count];
        for (int index = actors.Length - 1; index >= 0; index--)
        {
            Node node = _nodes[index];
            actors[index] = Of(node, actors[node.FirstChild..(node.FirstChild + node.ChildCount)]);
        }

        return new SystemDescription
        {
            Name = system.Name,
            Time = _now,
            ActorCount = actors.Length,
            IsCut = _isCut,
            Actors = actors[..top],
            HasMoreActors = hasMore,
            Topics = [.. system.Topics.Select(static topic => new TopicDescription(topic.Name, topic.EventType.Name, topic.SubscriberCount))],
        };
    }

    /// <returns>True when there are more.</returns>
    private bool Add(ChildTable table, string parent, int depth)
    {
        int room = depth > options.MaxDepth ? 0 : options.MaxActors - _nodes.Count;
        _found.Clear();
        table.CopyTo(_found, most: (int)Math.Min(room + 1L, int.MaxValue));
        foreach (ActorCell cell in CollectionsMarshal.AsSpan(_found)[..Math.Min(room, _found.Count)])
            _nodes.Add(new Node(cell, $"{parent}/{cell.Id}", depth));

        return CutIf(_found.Count > room);
    }

    /// <returns>True when there are more.</returns>
    private bool AddEntities()
    {
        foreach (ActorCell cell in system.EntityKinds.Live())
        {
            if (_nodes.Count >= options.MaxActors) return CutIf(true);
            _nodes.Add(new Node(cell, cell.Path, Depth: 1));
        }

        return false;
    }

    private bool CutIf(bool hasMore)
    {
        _isCut |= hasMore;
        return hasMore;
    }

    private ActorDescription Of(in Node node, ActorDescription[] children)
    {
        ActorCell cell = node.Cell;
        CellExtras? extras = cell.ExtrasOrNull;
        ActorStatus status = cell.Status;
        string? handler = status is ActorStatus.Starting or ActorStatus.Started ? cell.CurrentHandler : null;
        int since = handler is not null || status is ActorStatus.Restarting or ActorStatus.Stopping ? cell.Since : 0;
        return new ActorDescription
        {
            Id = cell.Id,
            Path = node.Path,
            ActorType = cell.Descriptor.Name,
            ClassName = cell.Descriptor.DisplayName,
            Kind = cell.Detour is { IsPool: true } ? ActorKind.Pool : cell.Life is not null ? ActorKind.Entity : ActorKind.Actor,
            Status = status,
            QueueLength = cell.QueueLength,
            MailboxCapacity = cell.Detour?.Bound?.Capacity ?? 0,
            WhenFull = cell.Detour?.Bound?.WhenFull,
            CurrentHandler = handler,
            Since = since == 0 ? null : _now - Elapsed(since),
            Restarts = extras?.Restarts?.Total ?? 0,
            Failure = extras?.Failure is { } failure ? $"{failure.GetType().Name}: {failure.Message}" : null,
            Children = children,
            HasMoreChildren = node.HasMore,
        };
    }

    private TimeSpan Elapsed(int since)
    {
        // What began after this description did would seem to have begun a whole turn of the counter ago.
        uint elapsed = unchecked((uint)(_ticks - since));
        return elapsed > uint.MaxValue - 60_000 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(elapsed);
    }

    private record struct Node(ActorCell Cell, string Path, int Depth)
    {
        public int FirstChild { get; set; }

        public int ChildCount { get; set; }

        public bool HasMore { get; set; }
    }
}
