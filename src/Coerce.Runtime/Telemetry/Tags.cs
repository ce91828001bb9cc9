using System.Diagnostics;
using Coerce.Dispatch;

namespace Coerce.Telemetry;

/// <summary>The names of what is said with each measurement and span. No value of a measurement is an id: there are as many as the
/// program has systems, actor classes, handlers and types of exceptions.</summary>
internal static class Tags
{
    public const string System = "coerce.system";
    public const string Actor = "coerce.actor.type";
    public const string Handler = "coerce.handler";
    public const string Outcome = "coerce.outcome";
    public const string Reason = "coerce.dead_letter.reason";
    public const string ErrorType = "error.type";

    // Of spans only.
    public const string Path = "coerce.actor.path";
    public const string MessagingSystem = "messaging.system";
    public const string OperationName = "messaging.operation.name";
    public const string OperationType = "messaging.operation.type";
    public const string Destination = "messaging.destination.name";

    public const string Success = "success";
    public const string Failure = "failure";
    public const string Refused = "refused";

    /// <summary>The handler in words. Whoever observes must not fail over a tag that nobody knows.</summary>
    public static string HandlerOf(ActorCell cell, int tag) =>
        tag == ActorCell.RunTag || (uint)tag < (uint)cell.Descriptor.Handlers.Length ? cell.HandlerName(tag) : "unknown";

    /// <summary>The type of an exception, for a measurement or a span.</summary>
    public static string TypeOf(Exception failure) => failure.GetType().FullName ?? failure.GetType().Name;

    public static string Of(DeadLetterReason reason) => reason switch
    {
        DeadLetterReason.HandlerFailed => "handler_failed",
        DeadLetterReason.MailboxFull => "mailbox_full",
        _ => "actor_stopped",
    };

    /// <summary>What every measurement of one message says.</summary>
    public static TagList Of(ActorCell cell, int tag) => new()
    {
        { System, cell.System.Name },
        { Actor, cell.Descriptor.Name },
        { Handler, HandlerOf(cell, tag) },
    };
}
