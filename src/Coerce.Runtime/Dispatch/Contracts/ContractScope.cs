namespace Coerce.Dispatch;

/// <summary>What the contracts of a system have in common. Whoever reads keeps it for the next value, so it must not keep the system alive.</summary>
internal sealed class ContractScope(ActorSystem? system, ContractLimits limits)
{
    private readonly WeakReference<ActorSystem?> _system = new(system);

    /// <summary>That of contracts outside of systems.</summary>
    internal static ContractScope None { get; } = new(null, ContractLimits.Default);

    internal ContractLimits Limits { get; } = limits;

    /// <summary>How many bytes may be measured, each once for every message that it is in: what is beyond that is beyond the limit of size, too. A value whose
    /// parts stand in it several times could take for ever before that shows.</summary>
    internal long Budget { get; } = (long)limits.MaxSize * limits.MaxDepth;

    internal ActorSystem? System => _system.TryGetTarget(out ActorSystem? system) ? system : null;
}
