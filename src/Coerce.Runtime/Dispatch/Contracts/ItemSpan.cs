using System.Buffers;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Coerce.Dispatch;

/// <summary>The items of a collection in a row, for as long as it takes to write them.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct ItemSpan<T>
{
    private readonly T[]? _rented;

    /// <summary>Items that lie in a row already.</summary>
    /// <param name="items">The items.</param>
    public ItemSpan(ReadOnlySpan<T> items) => Items = items;

    /// <summary>Items that have to be copied for that.</summary>
    /// <param name="items">The items.</param>
    public ItemSpan(ICollection<T> items)
    {
        int count = items.Count;
        _rented = ArrayPool<T>.Shared.Rent(count);
        items.CopyTo(_rented, 0);
        Items = _rented.AsSpan(0, count);
    }

    private ItemSpan(bool isNull) => IsNull = isNull;

    /// <summary>The items.</summary>
    public ReadOnlySpan<T> Items { get; }

    internal static ItemSpan<T> Null => new(isNull: true);

    /// <summary>Whether there is no collection at all.</summary>
    internal bool IsNull { get; }

    /// <summary>Gives back what was rented.</summary>
    public void Dispose()
    {
        if (_rented is not null) ArrayPool<T>.Shared.Return(_rented, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
    }
}

/// <summary>Finds the shortest way to the items of a collection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ItemSpan
{
    /// <summary>The items of an immutable array; none where it is the default.</summary>
    public static ItemSpan<T> Of<T>(ImmutableArray<T> items) => new(items.AsSpan());

    /// <summary>The items of an array.</summary>
    /// <remarks>It may be one of a derived type, of which there is no <see cref="Span{T}"/>.</remarks>
    public static ItemSpan<T> Of<T>(T[]? items) => items is null ? ItemSpan<T>.Null : new(new ReadOnlySpan<T>(items));

    /// <summary>The items of memory.</summary>
    public static ItemSpan<T> Of<T>(ReadOnlyMemory<T> items) => new(items.Span);

    /// <summary>The items of a list.</summary>
    public static ItemSpan<T> Of<T>(List<T>? items) => items is null ? ItemSpan<T>.Null : new(CollectionsMarshal.AsSpan(items));

    /// <summary>The items of any other collection.</summary>
    public static ItemSpan<T> Of<T>(IEnumerable<T>? items) => items switch
    {
        null => ItemSpan<T>.Null,
        T[] array => new(new ReadOnlySpan<T>(array)),
        List<T> list => new(CollectionsMarshal.AsSpan(list)),
        ICollection<T> collection => new(collection),
        _ => new(items.ToArray().AsSpan()),
    };
}
