namespace Coerce.Savina.Counting;

[Actor]
public sealed partial class Producer(CounterRef counter)
{
    /// <summary>Tells the counter so many times to add one. The reply is what it has counted.</summary>
    [Handles]
    async Task<int> Produce(int increments)
    {
        for (int i = 0; i < increments; i++) counter.Tell(new Increment());

        // After all of them: what one actor sends another one keeps its order, asks and tells alike.
        return await counter.GetCountAsync();
    }
}
