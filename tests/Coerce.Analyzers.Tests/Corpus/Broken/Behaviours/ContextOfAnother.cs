namespace Orders;

[Actor]
public sealed partial class Radio
{
    [Behavior(Initial = true)]
    private sealed partial class Silent(Radio radio, ActorContext<ListenerRef> {|COERCE0114:context|})
    {
        [Handles] string Tune(int channel)
        {
            radio.Become(new Playing(channel));
            return context.Id;
        }
    }

    [Behavior]
    private sealed partial class Playing(int channel)
    {
        [Handles] string Tune(int channel, ActorContext<ListenerRef> {|COERCE0003:context|}) => context.Id + channel;

        private int Channel => channel;
    }
}

[Actor]
public sealed partial class Listener
{
    private int _heard;

    [Handles] int Listen() => ++_heard;
}
