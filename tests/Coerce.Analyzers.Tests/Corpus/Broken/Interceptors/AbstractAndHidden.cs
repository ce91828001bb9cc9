namespace Around;

public abstract class Checked : TurnInterceptor;

public partial class Module
{
    private sealed class Timed : TurnInterceptor
    {
        public override ValueTask<TReply> HandleAsync<TMessage, TReply>(TurnInfo turn, TMessage message, TurnNext<TMessage, TReply> next)
            => next.HandleAsync(message);
    }

    [Actor]
    [{|COERCE0040:Intercept<Timed>|}, {|COERCE0040:Intercept<Checked>|}]
    public sealed partial class Inner
    {
        private int _calls;

        [Handles] int Call() => ++_calls;
    }
}
