using System.Collections.Concurrent;
using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>The kinds of entities that a system has been asked for. Thread-safe.</summary>
internal sealed class EntityDirectories(ActorSystem system)
{
    private readonly ConcurrentDictionary<EntityKind, EntityDirectory> _byKind = new();
    private readonly Lock _lock = new();
    private EntityDirectory[] _inOrder = [];    // replaced under the lock
    private bool _closed;

    public EntityDirectory Of(EntityKind kind) =>
        _byKind.TryGetValue(kind, out EntityDirectory? directory) ? directory : Make(kind);

    /// <summary>The kind with a part of a path as its name.</summary>
    public EntityDirectory? Find(string name) => Array.Find(_inOrder, directory => directory.Name == name);

    /// <summary>The live entities, in an order that is the same each time.</summary>
    public IEnumerable<ActorCell> Live() => _inOrder.SelectMany(static directory => directory.Live());

    /// <summary>Nothing is activated from now on.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            foreach (EntityDirectory directory in _inOrder) directory.Close();
        }
    }

    private EntityDirectory Make(EntityKind kind)
    {
        lock (_lock)
        {
            if (_byKind.TryGetValue(kind, out EntityDirectory? directory)) return directory;
            directory = new EntityDirectory(system, kind);
            system.ChildrenOf(null).Reserve(directory.Name, $"the entities of {kind.Descriptor.DisplayName}");
            if (_closed) directory.Close();
            _byKind[kind] = directory;
            _inOrder = [.. _inOrder, directory];
            return directory;
        }
    }
}
