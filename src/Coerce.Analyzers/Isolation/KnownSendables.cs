using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Isolation;

/// <summary>What is known of the framework's types.</summary>
internal static class KnownSendables
{
    // Immutable, or made for several threads, though some of it shows members that change something.
    private static readonly HashSet<string> Sendable = new(StringComparer.Ordinal)
    {
        "System.DateTime", "System.DateTimeOffset", "System.TimeSpan", "System.DateOnly", "System.TimeOnly", "System.TimeProvider",
        "System.TimeZoneInfo", "System.Guid", "System.Half", "System.Int128", "System.UInt128", "System.Decimal", "System.Index",
        "System.Range", "System.Uri", "System.Version", "System.Type", "System.DBNull", "System.StringComparer", "System.IServiceProvider",
        "System.Numerics.BigInteger", "System.Numerics.Complex", "System.Text.Encoding", "System.Text.Rune",
        "System.Text.RegularExpressions.Regex", "System.Net.IPAddress", "System.Diagnostics.ActivityContext",
        "System.Threading.CancellationToken", "System.Threading.CancellationTokenSource", "System.Threading.CountdownEvent",
        "System.Threading.Barrier", "System.Threading.SemaphoreSlim", "System.Threading.Semaphore", "System.Threading.Mutex",
        "System.Threading.WaitHandle", "System.Threading.EventWaitHandle", "System.Threading.AutoResetEvent",
        "System.Threading.ManualResetEvent", "System.Threading.ManualResetEventSlim", "System.Threading.ReaderWriterLockSlim",
        "System.Threading.Lock", "System.Threading.SynchronizationContext", "System.Threading.Tasks.Task",
        "System.Threading.Tasks.ValueTask", "System.Threading.Tasks.TaskCompletionSource", "System.Threading.Tasks.TaskScheduler",
        "Microsoft.Extensions.Logging.ILogger", "Microsoft.Extensions.Logging.ILogger`1", "Microsoft.Extensions.Logging.ILoggerFactory",
    };

    // As sendable as what is in them.
    private static readonly HashSet<string> Containers = new(StringComparer.Ordinal)
    {
        "System.Nullable`1", "System.Collections.Generic.KeyValuePair`2",
        "System.Collections.Generic.IEnumerable`1", "System.Collections.Generic.IReadOnlyCollection`1",
        "System.Collections.Generic.IReadOnlyList`1", "System.Collections.Generic.IReadOnlyDictionary`2",
        "System.Collections.Generic.IReadOnlySet`1", "System.Collections.Generic.IAsyncEnumerable`1",
        "System.Collections.Generic.IEqualityComparer`1", "System.Collections.Generic.IComparer`1", "System.ReadOnlyMemory`1",
        "System.Linq.ILookup`2", "System.Linq.IGrouping`2", "System.Linq.IOrderedEnumerable`1",
        "System.Threading.Tasks.Task`1", "System.Threading.Tasks.ValueTask`1", "System.Threading.Tasks.TaskCompletionSource`1",
        "System.Threading.Channels.Channel`1", "System.Threading.Channels.Channel`2", "System.Threading.Channels.ChannelReader`1",
        "System.Threading.Channels.ChannelWriter`1", "System.Threading.AsyncLocal`1", "System.Threading.ThreadLocal`1",
    };

    private static readonly HashSet<string> ContainerNamespaces = new(StringComparer.Ordinal)
    {
        "System.Collections.Immutable", "System.Collections.Frozen", "System.Collections.Concurrent",
    };

    // What a list is, though its surface shows no setter.
    private static readonly HashSet<string> Mutable = new(StringComparer.Ordinal)
    {
        "System.Memory`1", "System.ArraySegment`1", "System.Collections.Generic.ICollection`1", "System.Collections.Generic.ISet`1",
        "System.Collections.ICollection", "System.Collections.IEnumerable", "System.Array", "System.Enum", "System.ValueType",
        "System.Lazy`1", "System.WeakReference", "System.WeakReference`1", "System.Random", "System.Text.StringBuilder",
        "System.Buffers.ReadOnlySequence`1",
    };

    private static readonly HashSet<string> MutableNamespaces = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic", "System.Collections.ObjectModel", "System.Collections.Specialized", "System.Collections",
    };

    /// <summary>Whether values of the type go to anybody, whatever is in them.</summary>
    public static bool IsSendable(INamedTypeSymbol type, string name)
        => type.TypeKind == TypeKind.Enum || IsPrimitive(type.SpecialType) || Sendable.Contains(name) || DerivesFromException(type);

    /// <summary>Whether it is as sendable as what is in it.</summary>
    public static bool IsContainer(INamedTypeSymbol type, string name)
        => type.IsTupleType || Containers.Contains(name) || name.StartsWith("System.Tuple`", StringComparison.Ordinal)
            || (ContainerNamespaces.Contains(Namespace(type)) && type.ContainingType is null);

    /// <summary>Whether it is there to be changed.</summary>
    public static bool IsMutable(INamedTypeSymbol type, string name)
        => Mutable.Contains(name) || MutableNamespaces.Contains(Namespace(type)) || ContainerNamespaces.Contains(Namespace(type));

    /// <summary><c>System.Collections.Generic.List`1</c></summary>
    public static string NameOf(INamedTypeSymbol type)
    {
        var container = type.ContainingType is { } outer ? NameOf(outer) + "+" : Namespace(type) is { Length: > 0 } scope ? scope + "." : "";
        return container + type.MetadataName;
    }

    /// <summary>How a step into the type argument is written: <c>[]</c> for what is in a collection.</summary>
    public static string Step(INamedTypeSymbol type, int argument) => type.Name switch
    {
        "Nullable" => "",
        "Task" or "ValueTask" => ".Result",
        "KeyValuePair" => argument == 0 ? ".Key" : ".Value",
        "ValueTuple" or "Tuple" => type.IsTupleType && argument < type.TupleElements.Length ? "." + type.TupleElements[argument].Name : $".Item{argument + 1}",
        _ => "[]",
    };

    private static string Namespace(INamedTypeSymbol type)
        => type.ContainingNamespace is { IsGlobalNamespace: false } scope ? scope.ToDisplayString() : "";

    private static bool IsPrimitive(SpecialType type)
        => type is (>= SpecialType.System_Boolean and <= SpecialType.System_UIntPtr) or SpecialType.System_DateTime;

    private static bool DerivesFromException(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (CodeAnalysis.KnownTypes.IsException(current))
            {
                return true;
            }
        }

        return false;
    }
}
