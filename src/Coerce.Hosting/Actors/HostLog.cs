using Microsoft.Extensions.Logging;

namespace Coerce.Hosting;

/// <summary>What a host logs of its actors. The event ids are stable.</summary>
internal static partial class HostLog
{
    [LoggerMessage(1101, LogLevel.Information, "The actor system '{System}' has started, with {Actors} actors of the host")]
    public static partial void Started(ILogger logger, string system, int actors);

    [LoggerMessage(1102, LogLevel.Information, "The actor system '{System}' has stopped: all actors have ended")]
    public static partial void Stopped(ILogger logger, string system);

    [LoggerMessage(1103, LogLevel.Error, "{Late}")]
    public static partial void Late(ILogger logger, string late);
}
