using Microsoft.Extensions.Logging;

namespace Context;

public sealed record Visit(string Page);

[Actor]
public sealed partial class Visitor(ActorContext<VisitorRef> context)
{
    private static readonly Action<ILogger, string, Exception?> Visited = LoggerMessage.Define<string>(LogLevel.Information, new EventId(1), "Visited {Page}");

    private readonly ILogger _logger = context.Logger;
    private readonly TimeProvider _clock = context.Clock;
    private DateTimeOffset _last;

    [Handles]
    TimeSpan On(Visit message)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        Visited(_logger, message.Page, null);
        TimeSpan since = _last == default ? TimeSpan.Zero : now - _last;
        _last = now;
        return since;
    }

    [Handles] (string Id, string Path, string? Parent, string System) Where()
        => (context.Id, context.Path, context.Parent?.Path, context.System.Name);

    [Handles]
    void Leave(string? why = null)
    {
        if (_logger.IsEnabled(LogLevel.Warning)) _logger.LogWarning("Leaving: {Why}", why);
        context.Stop();
    }
}
