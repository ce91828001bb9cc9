using Coerce.Benchmarks.Suite.Cases;

namespace Coerce.Benchmarks.Suite;

/// <summary>One row of the table.</summary>
/// <param name="Name">What <c>--only</c> calls it.</param>
/// <param name="Goal">What is to be reached.</param>
/// <param name="Coerce">Makes the side with actors, for one repetition.</param>
/// <param name="Baseline">Makes the side without them; null where there is nothing to compare with.</param>
internal sealed record SuiteCase(string Name, Goal Goal, Func<Scale, Side> Coerce, Func<Scale, Side>? Baseline)
{
    public static IReadOnlyList<SuiteCase> All { get; } =
    [
        AskOne.Case, AskOneAsync.Case, AskMany.Case, AskContended.Case,
        Tell.One, Tell.Four, PingPong.Case, FanOut.Case,
        Spawn.Case, SpawnNamed.Case, Skynet.Case, Ring.Case,
        Timers.Case, Dispatching.Case, Fairness.Case,
        .. Cases.Contracts.All,
    ];
}
