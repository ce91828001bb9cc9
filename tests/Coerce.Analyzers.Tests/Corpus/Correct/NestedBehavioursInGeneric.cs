namespace GenericPhases;

public sealed record Put<T>(T Value);

public partial class Box<TBox>
{
    [Actor]
    public sealed partial class Slot<T>(ActorContext<Box<TBox>.SlotRef<T>> context)
        where T : notnull
    {
        private readonly string _id = context.Id;

        [Behavior(Initial = true), Stashes(typeof(Box<>.Slot<>.Messages.Take))]
        private sealed partial class Empty(Slot<T> slot)
        {
            [Handles] bool On(Put<T> message)
            {
                slot.Become(new Full(slot, message.Value));
                return true;
            }
        }

        [Behavior]
        private sealed partial class Full(Slot<T> slot, T value)
        {
            [Handles] bool On(Put<T> message) => slot._id.Length < 0;

            [Handles] T Take()
            {
                slot.Become(new Empty(slot));
                return value;
            }
        }
    }
}

public static class Use
{
    public static async Task<int> RunAsync(ActorSystem system)
    {
        Box<string>.SlotRef<int> slot = system.Spawn(Box<string>.Slot<int>.Props());
        ValueTask<int> taken = slot.TakeAsync();
        bool put = await slot.AskAsync(new Put<int>(5));
        return await taken + (put ? 1 : 0);
    }
}
