using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Isolation;

/// <summary>What is wrong, and what to write instead.</summary>
internal static class FlawText
{
    private const string OrElse = "or hand it over with [Transfers]";

    public static string Of(Culprit culprit) => culprit.Flaw switch
    {
        Flaw.Collection => $"can be changed; take {Instead(culprit.Type)}, {OrElse}",
        Flaw.Settable when culprit.Member is IPropertySymbol => $"can be set again; write 'init' instead of 'set', {OrElse}",
        Flaw.Settable => $"can be assigned again; make it readonly, {OrElse}",
        Flaw.Delegate => "is a delegate, which carries whatever it captured; send what it works on, or vouch for the delegate with [Sendable]",
        Flaw.Anything => "may be anything; name the type, or a type parameter",
        Flaw.Event => "calls whoever subscribed in any thread; leave the event out, or vouch for the type with [Sendable]",
        _ => $"can be changed{By(culprit.Member)}; take an immutable type, vouch for this one with [Sendable], {OrElse}",
    };

    private static string By(ISymbol? member) => member switch
    {
        null => "",
        IPropertySymbol { IsIndexer: true } => " by its indexer",
        _ => $" by '{member.Name}'",
    };

    private static string Instead(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol => "an ImmutableArray<T> or an IReadOnlyList<T>",
        { Name: "List" or "IList" or "ICollection" or "Collection" } => "an ImmutableArray<T> or an IReadOnlyList<T>",
        { Name: "Dictionary" or "IDictionary" or "SortedDictionary" } => "an ImmutableDictionary<TKey, TValue> or an IReadOnlyDictionary<TKey, TValue>",
        { Name: "HashSet" or "ISet" or "SortedSet" } => "an ImmutableHashSet<T> or an IReadOnlySet<T>",
        { Name: "Memory" or "ArraySegment" } => "a ReadOnlyMemory<T>",
        _ => "an immutable type",
    };
}
