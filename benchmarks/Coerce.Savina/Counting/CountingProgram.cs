namespace Coerce.Savina.Counting;

/// <summary>A producer tells a counter to add one, over and over, and then asks for the sum.</summary>
public sealed record CountingProgram(int Increments = 1_000_000) : SavinaProgram
{
    public override string Name => "counting";

    public override string Size => $"{Increments:N0} increments";

    public override SavinaProgram Times(double scale) => this with { Increments = Scaled(Increments, scale) };

    public override async Task<Outcome> RunAsync(ActorSystem system, CancellationToken cancellationToken)
    {
        CounterRef counter = system.Spawn(Counter.Props(), "counter");
        ProducerRef producer = system.Spawn(Producer.Props(counter), "producer");

        int count = await producer.ProduceAsync(Increments, cancellationToken);

        Invariant.Equal(Increments, count, "the count");
        return new Outcome(Messages: 2L + Increments);
    }
}
