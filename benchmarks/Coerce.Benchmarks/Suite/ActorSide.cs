namespace Coerce.Benchmarks.Suite;

/// <summary>A side with actors. Its system is made before the run and stopped after it.</summary>
internal abstract class ActorSide(long operations) : Side(operations)
{
    // A busy machine may take long; that is for the figures to say.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    protected ActorSystem System { get; } = NewSystem();

    public static ActorSystem NewSystem() => new("suite", new ActorSystemOptions { AskTimeout = Patience, ShutdownTimeout = Patience });

    public override ValueTask DisposeAsync() => System.DisposeAsync();
}
