using System.Linq;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Rules.Async;

/// <summary>Recognises what holds the thread until something has happened.</summary>
internal static class BlockingCalls
{
    internal static BlockingCall? Find(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { Name: "Result", ContainingType: var type }, Instance: { } task } when IsTask(type) =>
            OfTask(task, BlockingCall.AwaitIt),
        IInvocationOperation call => Find(call),
        _ => null,
    };

    private static BlockingCall? Find(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType;
        return method.Name switch
        {
            "GetResult" => OfAwaiter(call),
            "Wait" when IsTask(type) && call.Instance is { } task => HasZero(call) ? null
                : OfTask(task, call.Arguments.IsEmpty ? BlockingCall.AwaitIt : BlockingCall.AwaitAsync),
            "WaitAll" when IsTask(type) => new(BlockingCall.WhenAll),
            "WaitAny" when IsTask(type) => new(BlockingCall.WhenAny),
            "Sleep" when IsIn(type, "Thread", "System.Threading") => new(BlockingCall.Delay),
            _ when IsWait(method, type) => HasZero(call) ? null : new(BlockingCall.NoTwin),
            _ => AsyncTwins.Find(call) is { } twin ? HasZero(call) && twin.Name == "WaitAsync" ? null : new(BlockingCall.Twin, twin) : null,
        };
    }

    // What is known to be complete does not block.
    private static BlockingCall? OfTask(IOperation task, string kind) => CompletedTasks.IsKnown(task) ? null : new(kind);

    private static BlockingCall? OfAwaiter(IInvocationOperation call)
    {
        if (call.Instance is not IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } awaited })
        {
            return null;
        }

        var task = awaited;
        while (task is IInvocationOperation { Instance: { } inner } same && AskCalls.IsSameReply(same.TargetMethod.Name))
        {
            task = inner;
        }

        return task.Type is INamedTypeSymbol type && IsTask(type) ? OfTask(task, BlockingCall.AwaitIt) : null;
    }

    private static bool IsTask(INamedTypeSymbol type) => KnownTypes.IsTask(type) || KnownTypes.IsValueTask(type);

    private static bool IsWait(IMethodSymbol method, INamedTypeSymbol type) => (type.Name, method.Name) switch
    {
        ("ManualResetEventSlim" or "CountdownEvent", "Wait") => IsThreading(type),
        ("WaitHandle", "WaitOne" or "WaitAll" or "WaitAny" or "SignalAndWait") => IsThreading(type),
        ("Barrier", "SignalAndWait") or ("Thread", "Join") or ("Monitor", "Wait") or ("SpinWait", "SpinUntil") => IsThreading(type),
        ("BlockingCollection", "Take") => type.ContainingNamespace.ToDisplayString() == "System.Collections.Concurrent",
        ("Console", "ReadLine" or "ReadKey" or "Read") => type.ContainingNamespace.ToDisplayString() == "System",
        _ => false,
    };

    private static bool IsThreading(INamedTypeSymbol type) => type.ContainingNamespace.ToDisplayString() == "System.Threading";

    private static bool IsIn(INamedTypeSymbol type, string name, string scope)
        => type.Name == name && type.ContainingNamespace.ToDisplayString() == scope;

    // With no time to wait it is a question: is there room, is it done?
    private static bool HasZero(IInvocationOperation call)
        => call.Arguments.Any(static argument => argument.Parameter?.Type.SpecialType == SpecialType.System_Int32
            ? argument.Value.ConstantValue is { HasValue: true, Value: 0 }
            : argument.Value is IFieldReferenceOperation { Field: { Name: "Zero", ContainingType.Name: "TimeSpan" } });
}

/// <summary>What blocks, and what to write instead.</summary>
internal sealed class BlockingCall(string kind, IMethodSymbol? twin = null)
{
    internal const string AwaitIt = nameof(AwaitIt);
    internal const string AwaitAsync = nameof(AwaitAsync);
    internal const string WhenAll = nameof(WhenAll);
    internal const string WhenAny = nameof(WhenAny);
    internal const string Delay = nameof(Delay);
    internal const string Twin = nameof(Twin);
    internal const string NoTwin = nameof(NoTwin);

    internal string Kind { get; } = kind;

    internal string Advice { get; } = kind switch
    {
        AwaitIt => "await the task",
        AwaitAsync => "await 'WaitAsync(...)' of the task",
        WhenAll => "await 'Task.WhenAll(...)'",
        WhenAny => "await 'Task.WhenAny(...)'",
        Delay => "await 'Task.Delay(...)'",
        Twin => $"await '{twin!.Name}(...)'",
        _ => "let it happen beside the turn, with Deferred.Run or PipeToSelf, and come back as a message",
    };
}
