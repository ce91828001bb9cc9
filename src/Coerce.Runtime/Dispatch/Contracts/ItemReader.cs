using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Google.Protobuf;
using Google.Protobuf.Collections;

namespace Coerce.Dispatch;

/// <summary>Gathers the items of a list until all fields have been read.</summary>
/// <remarks>What it rents is not given back when reading fails: that is left to the collector.</remarks>
/// <typeparam name="T">The type of the items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ItemReader<T>
{
    private T[]? _items;
    private int _count;

    /// <summary>Reads an item.</summary>
    /// <typeparam name="TWire">How an item lies in a field.</typeparam>
    /// <param name="input">Where from.</param>
    /// <param name="reader">The limits, and what has been used of them.</param>
    public void Read<TWire>(ref ParseContext input, ContractReader reader)
        where TWire : IWire<T>
    {
        reader.Count(1);
        T item = TWire.Read(ref input, reader);
        if (_items is null || _count == _items.Length) Grow(_count + 1);
        _items![_count++] = item;
    }

    /// <summary>Reads numbers, whether they lie one after another or have a tag each.</summary>
    /// <typeparam name="TRaw">What protobuf makes of one.</typeparam>
    /// <typeparam name="TWire">How an item lies in a field.</typeparam>
    /// <param name="input">Where from.</param>
    /// <param name="reader">The limits, and what has been used of them.</param>
    public void ReadPacked<TRaw, TWire>(ref ParseContext input, ContractReader reader)
        where TRaw : unmanaged
        where TWire : IPackedWire<T, TRaw>
    {
        RepeatedField<TRaw> raw = RawItems<TRaw>.Rent();
        raw.AddEntriesFrom(ref input, TWire.Codec);
        reader.Count(raw.Count);
        int count = raw.Count;
        Grow(_count + count);
        for (int i = 0; i < count; i++) _items![_count++] = TWire.From(raw[i]);
        RawItems<TRaw>.Return(raw);
    }

    /// <summary>The items as an immutable array.</summary>
    public ImmutableArray<T> ToImmutableArray() => ImmutableCollectionsMarshal.AsImmutableArray(ToArray());

    /// <summary>The items as an array.</summary>
    public T[] ToArray()
    {
        T[] items = _count == 0 ? [] : _items.AsSpan(0, _count).ToArray();
        Release();
        return items;
    }

    /// <summary>The items as a list.</summary>
    public List<T> ToList()
    {
        var items = new List<T>(_count);
        items.AddRange(_items.AsSpan(0, _count));
        Release();
        return items;
    }

    /// <summary>The items as an immutable list.</summary>
    public ImmutableList<T> ToImmutableList() => [.. ToArray()];

    /// <summary>The items as a set.</summary>
    public HashSet<T> ToHashSet() => [.. ToArray()];

    /// <summary>The items as an immutable set.</summary>
    public ImmutableHashSet<T> ToImmutableHashSet() => [.. ToArray()];

    /// <summary>The items as a frozen set.</summary>
    public FrozenSet<T> ToFrozenSet() => ToArray().ToFrozenSet();

    private void Grow(int count)
    {
        if (_items is not null && _items.Length >= count) return;
        T[] larger = ArrayPool<T>.Shared.Rent(Math.Max(count, _items is null ? 4 : _items.Length * 2));
        _items.AsSpan(0, _count).CopyTo(larger);
        int read = _count;
        Release();
        _items = larger;
        _count = read;
    }

    private void Release()
    {
        if (_items is not null) ArrayPool<T>.Shared.Return(_items, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        _items = null;
        _count = 0;
    }
}

/// <summary>Where protobuf puts numbers that lie one after another: it alone knows where they end.</summary>
internal static class RawItems<TRaw>
    where TRaw : unmanaged
{
    private const int MaxKept = 16 * 1024;

    [ThreadStatic]
    private static RepeatedField<TRaw>? _free;

    internal static RepeatedField<TRaw> Rent()
    {
        RepeatedField<TRaw> items = _free ?? [];
        _free = null;
        return items;
    }

    internal static void Return(RepeatedField<TRaw> items)
    {
        if (items.Capacity > MaxKept) return;
        items.Clear();
        _free = items;
    }
}
