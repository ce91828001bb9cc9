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

    /// <summary><c>Deferred&lt;T&gt;</c>: after the turn has ended.</summary>
    Deferred,

    /// <summary><c>IAsyncEnumerable&lt;T&gt;</c>: item by item, each step a turn.</summary>
    Stream,
}
