namespace Coerce.CodeAnalysis;

/// <summary>How a handler hands over its reply.</summary>
internal enum ReplyKind
{
    Void,
    Value,
    Task,
    TaskOfValue,
    ValueTask,
    ValueTaskOfValue,
}
