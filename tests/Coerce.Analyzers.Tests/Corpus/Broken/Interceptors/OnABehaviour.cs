namespace Around;

public sealed class Slow : TurnInterceptor
{
    public override async ValueTask<TReply> HandleAsync<TMessage, TReply>(TurnInfo turn, TMessage message, TurnNext<TMessage, TReply> next)
    {
        await Task.Delay(1);
        return await next.HandleAsync(message);
    }
}

[Actor]
public sealed partial class Switch
{
    [Behavior(Initial = true), {|COERCE0041:Intercept<Slow>|}]
    private sealed partial class Off(Switch owner)
    {
        [Handles] void Press() => owner.Become(new On(owner));
    }

    [Behavior]
    private sealed partial class On(Switch owner)
    {
        [Handles] void Press() => owner.Become(new Off(owner));
    }
}
