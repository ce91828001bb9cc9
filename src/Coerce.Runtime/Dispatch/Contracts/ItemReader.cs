using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
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
    // Most lists are short: these need nothing from the pool.
    private FirstItems<T> _first;
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
        if (_count == Capacity) Grow(_count + 1);
        if (_items is null) _first[_count++] = item;
        else _items[_count++] = item;
    }

    /// <summary>Reads numbers, whether they lie one after another or have a tag each.</summary>
    /// <typeparam name="TRaw">What protobuf makes of one.</typeparam>
    /// <typeparam name="TWire">How an item lies in a field.</typeparam>
    /// <param name="input">Where from.</param>
    /// <param name="reader">The limits, and what has been used of them.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void ReadPacked<TRaw, TWire>(ref ParseContext input, ContractReader reader)
        where TRaw : unmanaged
        where TWire : IPackedWire<T, TRaw>
    {
        RepeatedField<TRaw> raw = RawItems<TRaw>.Rent(reader);
        raw.AddEntriesFrom(ref input, TWire.Codec);
        reader.Count(raw.Count);
        int count = raw.Count;
        if (_count + count > Capacity) Grow(_count + count);
        if (typeof(T) == typeof(TRaw) && _items is not null)
        {
            raw.CopyTo((TRaw[])(object)_items, _count);
        }
        else
        {
            Span<T> free = _items is null ? _first[_count..] : _items.AsSpan(_count);
            for (int i = 0; i < count; i++) free[i] = TWire.From(raw[i]);
        }

        _count += count;
        RawItems<TRaw>.Return(reader, raw);
    }

    /// <summary>The items as an immutable array.</summary>
    public ImmutableArray<T> ToImmutableArray() => ImmutableCollectionsMarshal.AsImmutableArray(ToArray());

    /// <summary>The items as an array.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public T[] ToArray()
    {
        T[] items = _count == 0 ? [] : Items.ToArray();
        if (_items is not null) Release();
        return items;
    }

    /// <summary>The items as a list.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public List<T> ToList()
    {
        var items = new List<T>(_count);
        items.AddRange(Items);
        if (_items is not null) Release();
        return items;
    }

    /// <summary>The items as an immutable list.</summary>
    public ImmutableList<T> ToImmutableList()
    {
        ImmutableList<T> items = ImmutableList.Create(Items);
        if (_items is not null) Release();
        return items;
    }

    /// <summary>The items as a set.</summary>
    public HashSet<T> ToHashSet()
    {
        var items = new HashSet<T>(_count);
        foreach (T item in Items) items.Add(item);
        if (_items is not null) Release();
        return items;
    }

    /// <summary>The items as an immutable set.</summary>
    public ImmutableHashSet<T> ToImmutableHashSet()
    {
        ImmutableHashSet<T> items = ImmutableHashSet.Create(Items);
        if (_items is not null) Release();
        return items;
    }

    /// <summary>The items as a frozen set.</summary>
    public FrozenSet<T> ToFrozenSet()
    {
        FrozenSet<T> items = FrozenSet.Create(Items);
        if (_items is not null) Release();
        return items;
    }

    private readonly int Capacity => _items?.Length ?? FirstItems<T>.Length;

    [UnscopedRef]
    private ReadOnlySpan<T> Items => _items is null ? _first[.._count] : _items.AsSpan(0, _count);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(Math.Max(count, Capacity * 2));
        Items.CopyTo(larger);
        int read = _count;
        if (_items is not null) Release();
        _items = larger;
        _count = read;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Release()
    {
        ArrayPool<T>.Shared.Return(_items!, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        _items = null;
        _count = 0;
    }
}

/// <summary>The first items of a list.</summary>
[InlineArray(Length)]
internal struct FirstItems<T>
{
    internal const int Length = 8;

    private T _first;
}

/// <summary>Where protobuf puts numbers that lie one after another: it alone knows where they end.</summary>
internal static class RawItems<TRaw>
    where TRaw : unmanaged
{
    private const int MaxKept = 16 * 1024;

    private static readonly int Slot = ContractReader.NewSlot();

    // It stays with the reader: nobody else reads in the midst of numbers.
    internal static RepeatedField<TRaw> Rent(ContractReader reader)
        => reader.Find(Slot) is { } items ? Unsafe.As<RepeatedField<TRaw>>(items) : New(reader);

    internal static void Return(ContractReader reader, RepeatedField<TRaw> items)
    {
        if (items.Capacity > MaxKept) New(reader);
        else items.Clear();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static RepeatedField<TRaw> New(ContractReader reader)
    {
        RepeatedField<TRaw> items = [];
        reader.Keep(Slot, items);
        return items;
    }
}
