using System.Collections;
using System.Collections.Immutable;
using System.Net;
using System.Runtime.CompilerServices;
using Subjects;

namespace Coerce.Contracts.Tests;

/// <summary>Whether two subjects are alike down to their last member. Records compare lists by reference.</summary>
internal static class Same
{
    public static void Check(object? expected, object? actual, string path = "")
    {
        if (Differs(expected, actual, path) is { } where) Assert.Fail($"{where} in {expected}");
    }

    private static string? Differs(object? expected, object? actual, string path)
    {
        if (expected is null || actual is null) return expected is null && actual is null ? null : $"{path}: {expected ?? "null"} became {actual ?? "null"}";
        if (expected is IMaybe maybe) return Differs(maybe.Value, ((IMaybe)actual).Value, path);
        if (expected is ReadOnlyMemory<byte> memory) return memory.Span.SequenceEqual(((ReadOnlyMemory<byte>)actual).Span) ? null : path;
        if (expected is string or ActorRef or Uri or IPAddress or Version || expected.GetType() is { IsPrimitive: true } or { IsEnum: true } || expected is not ITuple && expected.GetType().Namespace == "System" && expected is not Array && !IsMemory(expected))
            return expected.Equals(actual) && (expected is not decimal number || number.Scale == ((decimal)actual).Scale) ? null : $"{path}: {expected} became {actual}";
        if (expected is Money) return expected.Equals(actual) ? null : path;
        if (IsMemory(expected) || expected is IEnumerable) return ItemsDiffer(expected, actual, path);
        if (expected.GetType() != actual.GetType()) return $"{path}: {expected.GetType()} became {actual.GetType()}";
        foreach (Member member in Member.Of(expected.GetType()))
        {
            if (Differs(member.Get(expected), member.Get(actual), path + "." + member.Name) is { } where) return where;
        }

        return null;
    }

    private static string? ItemsDiffer(object expected, object actual, string path)
    {
        object[] left = [.. PeerValues.Items(expected).Cast<object>()], right = [.. PeerValues.Items(actual).Cast<object>()];
        if (left.Length != right.Length) return $"{path}: {left.Length} items became {right.Length}";
        bool hasOrder = expected is Array or IList || IsMemory(expected) || expected is not IDictionary and not ISet<int> and not ISet<string> and not ISet<Item> and not IImmutableSet<int> and not IReadOnlySet<int>;
        if (!hasOrder)
        {
            return left.All(one => right.Any(other => Differs(one, other, path) is null)) ? null : $"{path}: other items";
        }

        for (int i = 0; i < left.Length; i++)
        {
            if (Differs(left[i], right[i], $"{path}[{i}]") is { } where) return where;
        }

        return null;
    }

    private static bool IsMemory(object value) => value is ReadOnlyMemory<int> or ReadOnlyMemory<string> or ReadOnlyMemory<Item>;
}
