namespace Coerce;

/// <summary>What happens when an actor at the top of a system escalates its failure. It is logged as critical (event 1012) in any
/// case.</summary>
public enum TopFailurePolicy
{
    /// <summary>The actor stops; the others go on.</summary>
    StopActor,

    /// <summary>The whole system stops, as <see cref="ActorSystem.StopAsync(CancellationToken)"/> does.</summary>
    StopSystem,
}
