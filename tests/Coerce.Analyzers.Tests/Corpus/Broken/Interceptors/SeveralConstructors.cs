namespace Around;

public interface ILog
{
    void Write(string line);
}

public sealed class Logging : TurnInterceptor
{
    private readonly ILog? _log;

    public Logging()
    {
    }

    public Logging(ILog log) => _log = log;

    public override ValueTask<TReply> HandleAsync<TMessage, TReply>(TurnInfo turn, TMessage message, TurnNext<TMessage, TReply> next)
    {
        _log?.Write(turn.Path);
        return next.HandleAsync(message);
    }
}

[Actor, {|COERCE0040:Intercept<Logging>|}]
public sealed partial class Logged
{
    private int _lines;

    [Handles] int Write(string line) => _lines += line.Length;
}
