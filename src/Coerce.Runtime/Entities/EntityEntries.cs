using System.Collections.Concurrent;

namespace Coerce.Cells;

/// <summary>The entities of a kind by key: the live ones it keeps in memory, the others only as long as somebody else can reach them.
/// So whoever holds a ref, and whoever looks the key up, get the same entity, and keys that nobody uses any more cost nothing.</summary>
/// <remarks>
/// <para>Thread-safe. An entry is a <see cref="EntityLife"/> or a <see cref="WeakReference{T}"/> to one. Only a life that is gone
/// is replaced by another, so there is one for a key at most.</para>
/// <para>The entry of one that is gone stays until the next sweep. That waits until the table has grown to twice what was there after the
/// last one, so it costs each entity next to nothing.</para>
/// </remarks>
/// <param name="keepsAll">Keeps all of them: where turns must not depend on the garbage collector.</param>
internal sealed class EntityEntries(bool keepsAll)
{
    private const int LeastSweep = 4_096;

    private readonly ConcurrentDictionary<EntityKey, object> _entries = new();
    private int _count;
    private int _sweepAt = LeastSweep;
    private int _isSweeping;

    /// <summary>How many entries there are, with those of entities that are gone.</summary>
    public int Count => Volatile.Read(ref _count);

    public EntityLife? Find(EntityKey key) => _entries.TryGetValue(key, out object? entry) ? LifeOf(entry) : null;

    public EntityLife GetOrAdd(EntityKey key, Func<EntityKey, EntityLife> make)
    {
        EntityLife? made = null;
        while (true)
        {
            if (_entries.TryGetValue(key, out object? entry))
            {
                if (LifeOf(entry) is { } life) return life;
                made ??= make(key);
                if (_entries.TryUpdate(key, EntryOf(made), entry)) return made;
            }
            else
            {
                made ??= make(key);
                if (!_entries.TryAdd(key, EntryOf(made))) continue;
                if (Interlocked.Increment(ref _count) >= Volatile.Read(ref _sweepAt)) BeginSweep();
                return made;
            }
        }
    }

    /// <summary>Keeps an entity in memory from now on. For the owner of its turn.</summary>
    public void Hold(EntityLife life)
    {
        if (!keepsAll) _entries[life.Key] = life;
    }

    /// <summary>Keeps it no longer. For the owner of its turn.</summary>
    public void LetGo(EntityLife life)
    {
        if (!keepsAll) _entries[life.Key] = life.Weak;
    }

    /// <summary>The entity has ended for good.</summary>
    public void Remove(EntityLife life)
    {
        if (_entries.TryGetValue(life.Key, out object? entry) && LifeOf(entry) == life) TryRemove(new(life.Key, entry));
    }

    private static EntityLife? LifeOf(object entry) =>
        entry as EntityLife ?? (((WeakReference<EntityLife>)entry).TryGetTarget(out EntityLife? life) ? life : null);

    private object EntryOf(EntityLife life) => keepsAll ? life : life.Weak;

    private void BeginSweep()
    {
        if (keepsAll || Interlocked.Exchange(ref _isSweeping, 1) != 0) return;
        ThreadPool.UnsafeQueueUserWorkItem(static entries => entries.Sweep(), this, preferLocal: false);
    }

    private void Sweep()
    {
        foreach (KeyValuePair<EntityKey, object> entry in _entries)
            if (LifeOf(entry.Value) is null) TryRemove(entry);

        Volatile.Write(ref _sweepAt, Math.Max(LeastSweep, Count * 2));
        Volatile.Write(ref _isSweeping, 0);
    }

    private void TryRemove(KeyValuePair<EntityKey, object> entry)
    {
        if (_entries.TryRemove(entry)) Interlocked.Decrement(ref _count);
    }
}
