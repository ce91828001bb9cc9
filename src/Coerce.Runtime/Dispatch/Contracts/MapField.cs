using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Google.Protobuf;

namespace Coerce.Dispatch;

/// <summary>A map: a list of entries, written in the order of their keys so that equal maps have equal bytes.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
/// <typeparam name="TKeyWire">How a key lies in a field.</typeparam>
/// <typeparam name="TValueWire">How a value lies in a field.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MapField<TKey, TValue, TKeyWire, TValueWire>
    where TKey : notnull
    where TKeyWire : IWire<TKey>
    where TValueWire : IWire<TValue>
{
    /// <summary>How many bytes the map has.</summary>
    /// <param name="tagSize">The bytes of a tag.</param>
    /// <param name="map">The map.</param>
    public static int Size(int tagSize, IReadOnlyDictionary<TKey, TValue> map)
    {
        using var entries = new Entries(map);
        int size = checked(tagSize * entries.Items.Length);
        foreach (KeyValuePair<TKey, TValue> entry in entries.Items)
        {
            if (entry.Value is null) throw ContractFaults.NullItem();
            int length = EntrySize(entry);
            size = checked(size + CodedOutputStream.ComputeLengthSize(length) + length);
        }

        return size;
    }

    /// <summary>Writes the map.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="tag">The tag of each entry.</param>
    /// <param name="map">The map.</param>
    public static void Write(ref WriteContext output, uint tag, IReadOnlyDictionary<TKey, TValue> map)
    {
        using var entries = new Entries(map);
        entries.Sort();
        foreach (KeyValuePair<TKey, TValue> entry in entries.Items)
        {
            output.WriteTag(tag);
            output.WriteLength(EntrySize(entry));
            output.WriteRawTag(KeyTag);
            TKeyWire.Write(ref output, entry.Key);
            output.WriteRawTag(ValueTag);
            TValueWire.Write(ref output, entry.Value);
        }
    }

    /// <summary>Writes the map as JSON.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="map">The map.</param>
    public static void Show(Utf8JsonWriter json, IReadOnlyDictionary<TKey, TValue> map)
    {
        using var entries = new Entries(map);
        entries.Sort();
        json.WriteStartObject();
        foreach (KeyValuePair<TKey, TValue> entry in entries.Items)
        {
            json.WritePropertyName(entry.Key is bool flag ? flag ? "true" : "false" : entry.Key is IFormattable key ? key.ToString(null, System.Globalization.CultureInfo.InvariantCulture) : entry.Key.ToString() ?? "");
            if (entry.Value is null) json.WriteNullValue();
            else TValueWire.Show(json, entry.Value);
        }

        json.WriteEndObject();
    }

    /// <summary>Reads an entry into <paramref name="map"/>; the last of a key counts.</summary>
    /// <param name="input">Where from.</param>
    /// <param name="reader">The limits, and what has been used of them.</param>
    /// <param name="map">Where to; made when it is null.</param>
    public static void Read(ref ParseContext input, ContractReader reader, ref Dictionary<TKey, TValue>? map)
    {
        reader.Count(1);
        KeyValuePair<TKey, TValue> entry = MessageWire<KeyValuePair<TKey, TValue>, Entry>.Read(ref input, reader);
        (map ??= [])[entry.Key] = entry.Value;
    }

    private static byte KeyTag => (byte)(1 << 3 | (int)TKeyWire.Type);

    private static byte ValueTag => (byte)(2 << 3 | (int)TValueWire.Type);

    // An entry is a message, and counts as one.
    private static int EntrySize(KeyValuePair<TKey, TValue> entry)
    {
        ContractThread thread = ContractThread.Current;
        if (!thread.TryEnter()) return thread.Into<KeyValuePair<TKey, TValue>, Entry>(entry);
        int size = checked(2 + TKeyWire.Size(entry.Key) + TValueWire.Size(entry.Value));
        thread.Leave(size);
        return size;
    }

    private readonly ref struct Entries
    {
        private readonly KeyValuePair<TKey, TValue>[] _rented;
        private readonly int _count;

        internal Entries(IReadOnlyDictionary<TKey, TValue> map)
        {
            int count = map.Count;
            _rented = ArrayPool<KeyValuePair<TKey, TValue>>.Shared.Rent(count);
            if (map is ICollection<KeyValuePair<TKey, TValue>> collection)
            {
                collection.CopyTo(_rented, 0);
                _count = count;
                return;
            }

            // What is rented has been used before: no more of it than has been written.
            foreach (KeyValuePair<TKey, TValue> entry in map)
            {
                if (_count < count) _rented[_count++] = entry;
            }
        }

        internal ReadOnlySpan<KeyValuePair<TKey, TValue>> Items => _rented.AsSpan(0, _count);

        internal void Sort() => _rented.AsSpan(0, _count).Sort(KeyOrder.Instance);

        public void Dispose()
            => ArrayPool<KeyValuePair<TKey, TValue>>.Shared.Return(
                _rented, RuntimeHelpers.IsReferenceOrContainsReferences<KeyValuePair<TKey, TValue>>());
    }

    private sealed class KeyOrder : IComparer<KeyValuePair<TKey, TValue>>
    {
        internal static readonly KeyOrder Instance = new();

        public int Compare(KeyValuePair<TKey, TValue> x, KeyValuePair<TKey, TValue> y)
            => x.Key is string left && y.Key is string right
                ? string.CompareOrdinal(left, right)
                : Comparer<TKey>.Default.Compare(x.Key, y.Key);
    }

    /// <summary>An entry as protobuf has it: a message of two fields.</summary>
    private readonly struct Entry : IContract<KeyValuePair<TKey, TValue>>
    {
        public static string Name => "entry";

        public static int Size(KeyValuePair<TKey, TValue> value) => EntrySize(value);

        public static int Walk(KeyValuePair<TKey, TValue> value, ContractWalk walk)
        {
            walk.At("key", 0);
            int size = 1 + TKeyWire.Size(value.Key);
            walk.At("value", size);
            return checked(size + 1 + TValueWire.Size(value.Value));
        }

        public static void Write(ref WriteContext output, KeyValuePair<TKey, TValue> value) => throw new NotSupportedException();

        public static KeyValuePair<TKey, TValue> Read(ref ParseContext input, ContractReader reader)
        {
            TKey? key = default;
            TValue? value = default;
            bool hasKey = false;
            bool hasValue = false;
            uint tag;
            while ((tag = reader.Next(ref input)) != 0)
            {
                if (tag == KeyTag)
                {
                    key = TKeyWire.Read(ref input, reader);
                    hasKey = true;
                }
                else if (tag == ValueTag)
                {
                    value = TValueWire.Read(ref input, reader);
                    hasValue = true;
                }
                else
                {
                    reader.Skip(ref input);
                }
            }

            return new(hasKey ? key! : TKeyWire.Default(reader), hasValue ? value! : TValueWire.Default(reader));
        }

        public static void Show(Utf8JsonWriter json, KeyValuePair<TKey, TValue> value) => throw new NotSupportedException();

        public static string FieldName(int number) => number == 1 ? "key" : "value";
    }
}
