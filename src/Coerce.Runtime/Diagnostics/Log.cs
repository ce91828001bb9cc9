using Microsoft.Extensions.Logging;

namespace Coerce.Diagnostics;

/// <summary>Every line that the runtime logs. The event ids are stable.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Warning,
        "{Message} was sent to {Actor}, which has stopped: nobody handled it (subscribe to ActorSystem.DeadLetters to see such messages)")]
    public static partial void DeadLetter(ILogger logger, string message, string actor);

    [LoggerMessage(1002, LogLevel.Error,
        "{Actor} failed in {Handler}; nobody waited for the reply, so this line is all that tells of it")]
    public static partial void HandlerFailed(ILogger logger, string actor, string handler, Exception failure);

    [LoggerMessage(1003, LogLevel.Error, "{Actor} failed in [OnStart] and has stopped")]
    public static partial void StartFailed(ILogger logger, string actor, Exception failure);

    [LoggerMessage(1004, LogLevel.Error, "{Actor} failed in [OnStop] and has stopped all the same")]
    public static partial void StopFailed(ILogger logger, string actor, Exception failure);

    [LoggerMessage(1005, LogLevel.Error, "{Late}")]
    public static partial void ShutdownTimedOut(ILogger logger, string late);

    [LoggerMessage(1006, LogLevel.Error, "An observer of the dead letters failed; it stays subscribed")]
    public static partial void ObserverFailed(ILogger logger, Exception failure);

    [LoggerMessage(1007, LogLevel.Warning, "{Actor} has failed and was made anew: restart {Number} of {Most}")]
    public static partial void Restarted(ILogger logger, string actor, int number, int most, Exception failure);

    [LoggerMessage(1008, LogLevel.Error, "{Actor} has failed after {Restarts} restarts within {Window} and stops")]
    public static partial void TooManyRestarts(ILogger logger, string actor, int restarts, TimeSpan window, Exception failure);

    [LoggerMessage(1009, LogLevel.Error, "{Actor} has failed and stops")]
    public static partial void StoppedBySupervision(ILogger logger, string actor, Exception failure);

    [LoggerMessage(1010, LogLevel.Error, "{Parent} did not decide on the failure of {Child}, which therefore stops")]
    public static partial void ParentDidNotDecide(ILogger logger, string parent, string child, Exception failure);

    [LoggerMessage(1011, LogLevel.Error, "{Actor} failed in [OnRestart] and is made anew all the same")]
    public static partial void RestartHookFailed(ILogger logger, string actor, Exception failure);

    [LoggerMessage(1012, LogLevel.Critical, "{Actor} has failed, and there is no parent to decide: {Policy}")]
    public static partial void FailedAtTheTop(ILogger logger, string actor, TopFailurePolicy policy, Exception failure);

    [LoggerMessage(1014, LogLevel.Error, "A task whose result {Actor} was to be sent has failed; pass onFailure to PipeToSelf to make a message of it")]
    public static partial void PipedTaskFailed(ILogger logger, string actor, Exception failure);

    [LoggerMessage(1015, LogLevel.Error, "A stream that was attached to {Actor} has failed")]
    public static partial void AttachedStreamFailed(ILogger logger, string actor, Exception failure);

    [LoggerMessage(1016, LogLevel.Error, "{Actor} could not be activated: its constructor or [OnStart] failed; the next message tries again")]
    public static partial void ActivationFailed(ILogger logger, string actor, Exception failure);

    [LoggerMessage(1050, LogLevel.Error, "The services of {Actor} failed when they were disposed of")]
    public static partial void ServicesFailed(ILogger logger, string actor, Exception failure);

    [LoggerMessage(1017, LogLevel.Error, "A listener of Coerce's metrics or traces failed; what it was to be told is lost")]
    public static partial void ListenerFailed(ILogger logger, Exception failure);

    [LoggerMessage(1020, LogLevel.Warning,
        "The mailbox of {Actor} is full ({Capacity} messages; {Policy}): {Dropped} messages became dead letters so far (the next line comes when these have doubled)")]
    public static partial void MailboxFull(ILogger logger, string actor, int capacity, MailboxPolicy policy, long dropped);

    [LoggerMessage(1030, LogLevel.Error, "An event of the topic '{Topic}' could not be sent to {Actor}; the other subscribers got it")]
    public static partial void EventNotDelivered(ILogger logger, string topic, string actor, Exception failure);

    [LoggerMessage(1040, LogLevel.Warning,
        "The stash of {Actor}, which behaves as {Behavior}, is full ({Capacity} messages): {Dropped} messages became dead letters so far (the next line comes when these have doubled)")]
    public static partial void StashFull(ILogger logger, string actor, string? behavior, int capacity, long dropped);
}
