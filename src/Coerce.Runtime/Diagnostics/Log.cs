using Microsoft.Extensions.Logging;

namespace Coerce.Diagnostics;

/// <summary>Every line that the runtime logs. The event ids are stable.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Warning,
        "{Message} was sent to {Actor}, which has stopped: nobody handled it (subscribe to ActorSystem.DeadLetters to see such messages)")]
    public static partial void DeadLetter(ILogger logger, string message, string actor);

    [LoggerMessage(1002, LogLevel.Error,
        "{Actor} failed in {Handler} and goes on with the state it has; nobody waited for the reply, so this line is all that tells of it")]
    public static partial void HandlerFailed(ILogger logger, string actor, string handler, Exception failure);

    [LoggerMessage(1003, LogLevel.Error, "{Actor} failed in [OnStart] and has stopped")]
    public static partial void StartFailed(ILogger logger, string actor, Exception failure);

    [LoggerMessage(1004, LogLevel.Error, "{Actor} failed in [OnStop] and has stopped all the same")]
    public static partial void StopFailed(ILogger logger, string actor, Exception failure);

    [LoggerMessage(1005, LogLevel.Error, "{Late}")]
    public static partial void ShutdownTimedOut(ILogger logger, string late);

    [LoggerMessage(1006, LogLevel.Error, "An observer of the dead letters failed; it stays subscribed")]
    public static partial void ObserverFailed(ILogger logger, Exception failure);
}
