namespace Around;

public sealed class Counting : SendInterceptor
{
    private int _sent;

    public override bool Send<TMessage>(SendInfo send, TMessage message, TellNext<TMessage> next)
    {
        Interlocked.Increment(ref _sent);
        return next.Send(message);
    }
}

[{|COERCE0041:Intercept<Counting>|}]
public abstract class Endpoint
{
    protected int Calls { get; set; }
}

[Actor]
public sealed partial class Api : Endpoint
{
    [Handles] int Call(int calls) => Calls += calls;
}
