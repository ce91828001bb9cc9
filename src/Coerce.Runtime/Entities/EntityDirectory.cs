using System.Diagnostics;
using Coerce.Dispatch;
using Coerce.Telemetry;

namespace Coerce.Cells;

/// <summary>The entities of one kind in a system: finds them, knows which are live, and passivates those that are idle or too many.</summary>
/// <remarks>
/// <para>Thread-safe. Nothing here is on the way of a message to a live entity.</para>
/// <para><b>Idle</b> entities are found by one timer for the kind. Every quarter of the idle time it looks at each live entity, and leaves a
/// mark where a turn would overwrite it (see <see cref="UseMarks"/>): an entity that still has the mark four times is passivated.</para>
/// <para><b>Too many</b> entities: the least recently used goes first, by the clock algorithm. A hand goes round the live
/// ones and takes the first that has not been used since the hand came by the last time.</para>
/// </remarks>
[DebuggerDisplay("{Name,nq}: {LiveCount} live")]
internal sealed class EntityDirectory
{
    private const int LooksForIdle = 4;
    private static readonly TimeSpan ShortestPeriod = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan PeriodOfBound = TimeSpan.FromSeconds(1);

    private readonly EntityKind _kind;
    private readonly EntityEntries _entries;
    private readonly Lock _lock = new();
    private readonly List<EntityLife> _live = [];
    private readonly TimeSpan _period;
    private readonly int _looksForIdle;     // 0: never idle
    private readonly int _maxLive;          // 0: any number
    private ITimer? _timer;
    private bool _isTimerSet;
    private bool _closed;
    private int _leaving;                   // those of the live ones that are being passivated because they are too many or idle
    private int _hand = -1;
    private int _noVictimBelow;             // the hand found nobody when there were so many: it does not look again for nothing

    public EntityDirectory(ActorSystem system, EntityKind kind)
    {
        System = system;
        _kind = kind;
        _entries = new EntityEntries(system.KeepsContext);
        Name = PathPart.Of(kind.Descriptor.Name);
        (TimeSpan idleTime, _maxLive) = system.Options.EntitySettingsOf(kind);
        if (idleTime > TimeSpan.Zero)
        {
            _period = idleTime / LooksForIdle > ShortestPeriod ? idleTime / LooksForIdle : ShortestPeriod;
            _looksForIdle = (int)Math.Ceiling(idleTime / _period);
        }
        else
        {
            _period = PeriodOfBound;
        }
    }

    public ActorSystem System { get; }

    /// <summary>What the kind is called in paths.</summary>
    public string Name { get; }

    public int LiveCount
    {
        get
        {
            lock (_lock) return _live.Count;
        }
    }

    /// <summary>How many entries there are for keys; for tests of what is forgotten.</summary>
    public int EntryCount => _entries.Count;

    public bool IsClosed => Volatile.Read(ref _closed);

    public ActorRef RefOf(EntityKey key)
    {
        if (key.Type != _kind.KeyType)
            throw new ArgumentException($"The key '{key}' is a {key.Type}; those of {_kind.Descriptor.DisplayName} are {_kind.KeyType}.", nameof(key));

        ActorCell cell = _entries.GetOrAdd(key, Make).Cell;
        return cell.Props.NewUntypedRef(cell);
    }

    /// <summary>The live entity that a path names by the text of its key; null when there is none.</summary>
    public ActorCell? FindLive(string part) =>
        PathPart.Read(part) is { } text && EntityKey.TryParse(_kind.KeyType, text, out EntityKey key)
            && _entries.Find(key) is { Slot: >= 0 } life
            ? life.Cell
            : null;

    public ActorCell[] Live()
    {
        lock (_lock) return [.. _live.Select(static life => life.Cell)];
    }

    /// <summary>An entity is about to be activated. For the owner of its turn.</summary>
    /// <returns>False when the system is stopping.</returns>
    public bool TryAdmit(EntityLife life)
    {
        var found = new Found();
        lock (_lock)
        {
            if (_closed) return false;
            life.Slot = _live.Count;
            _live.Add(life);
            if (_maxLive > 0) FindTooMany(ref found);
            SetTimer();
        }

        _entries.Hold(life);
        Instruments.Activated(System, _kind.Descriptor);
        Act(found);
        return true;
    }

    /// <summary>An entity was passivated. For the owner of its turn.</summary>
    public void Dismiss(EntityLife life)
    {
        Leave(life);
        _entries.LetGo(life);
        Instruments.Passivated(System, _kind.Descriptor);
    }

    /// <summary>An entity has ended with the system.</summary>
    public void Remove(EntityLife life)
    {
        Leave(life);
        _entries.Remove(life);
    }

    /// <summary>One that was to be passivated stays: a message came before its turn did.</summary>
    public void Stay(EntityLife life)
    {
        lock (_lock) EndLeaving(life);
    }

    /// <summary>Nothing is activated from now on.</summary>
    public void Close()
    {
        lock (_lock)
        {
            Volatile.Write(ref _closed, true);
            _timer?.Dispose();
        }
    }

    private EntityLife Make(EntityKey key) => new(this, key, _kind.PropsOf(key));

    private void Leave(EntityLife life)
    {
        lock (_lock)
        {
            EndLeaving(life);
            if (life.Slot < 0) return;
            EntityLife last = _live[^1];
            _live[life.Slot] = last;
            last.Slot = life.Slot;
            _live.RemoveAt(_live.Count - 1);
            life.Slot = -1;
            _noVictimBelow = 0;
        }
    }

    private void EndLeaving(EntityLife life)
    {
        if (!life.IsLeaving) return;
        life.IsLeaving = false;
        _leaving--;
    }

    /// <summary>Under the lock.</summary>
    private void SetTimer()
    {
        bool isNeeded = _looksForIdle > 0 ? _live.Count > 0 : _maxLive > 0 && _live.Count - _leaving > _maxLive;
        if (_isTimerSet || _closed || !isNeeded) return;
        _isTimerSet = true;
        _timer ??= NewTimer();
        _timer.Change(_period, Timeout.InfiniteTimeSpan);
    }

    private ITimer NewTimer()
    {
        bool restore = !ExecutionContext.IsFlowSuppressed();
        if (restore) ExecutionContext.SuppressFlow();
        try
        {
            return System.Options.Clock.CreateTimer(
                static directory => ((EntityDirectory)directory!).Look(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            if (restore) ExecutionContext.RestoreFlow();
        }
    }

    /// <summary>What the timer does. There is one at a time.</summary>
    private void Look()
    {
        EntityLife[] live;
        lock (_lock)
        {
            if (_closed) return;
            live = _looksForIdle > 0 ? [.. _live] : [];
        }

        // Without the lock: each look holds the entity's own turn, and there may be very many.
        var found = new Found();
        foreach (EntityLife life in live)
        {
            Use use = life.LookForIdle(_looksForIdle);
            if (use == Use.None) (found.Idle ??= []).Add(life);
            else if (use == Use.WokenWhileLooking) (found.Woken ??= []).Add(life);
        }

        lock (_lock)
        {
            foreach (EntityLife life in found.Idle ?? []) BeginLeaving(life);
            _noVictimBelow = 0;
            if (_maxLive > 0) FindTooMany(ref found);
            _isTimerSet = false;
            SetTimer();
        }

        Act(found);
    }

    /// <summary>Takes the turns of as many as are too many, as far as that many are idle. Under the lock.</summary>
    private void FindTooMany(ref Found found)
    {
        int tooMany = _live.Count - _leaving - _maxLive;
        if (tooMany <= 0 || _live.Count < _noVictimBelow) return;

        // Twice round: the first time may find them all used since the last time.
        for (int steps = 2 * _live.Count; steps > 0 && tooMany > 0; steps--)
        {
            if (++_hand >= _live.Count) _hand = 0;
            EntityLife life = _live[_hand];
            if (life.IsLeaving) continue;
            Use use = life.LookForBound();
            if (use == Use.WokenWhileLooking) (found.Woken ??= []).Add(life);
            if (use != Use.None) continue;
            BeginLeaving(life);
            (found.Idle ??= []).Add(life);
            tooMany--;
        }

        if (tooMany > 0) _noVictimBelow = _live.Count + 1 + (_live.Count / 16);
    }

    private void BeginLeaving(EntityLife life)
    {
        life.IsLeaving = true;
        _leaving++;
    }

    /// <summary>Outside of the lock: a scheduler may be the user's.</summary>
    private void Act(in Found found)
    {
        foreach (EntityLife life in found.Idle ?? []) System.Schedule(new PassivationTurn(life));
        foreach (EntityLife life in found.Woken ?? []) life.Cell.ScheduleTurn();
    }

    /// <summary>What looking at entities gave.</summary>
    private struct Found
    {
        /// <summary>Those whose turn was taken, to be passivated.</summary>
        public List<EntityLife>? Idle;

        /// <summary>Those to which something came while they were looked at.</summary>
        public List<EntityLife>? Woken;
    }
}
