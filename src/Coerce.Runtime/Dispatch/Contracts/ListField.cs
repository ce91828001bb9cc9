using System.ComponentModel;
using System.Text.Json;
using Google.Protobuf;

namespace Coerce.Dispatch;

/// <summary>Writes a list: a tag for each item.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <typeparam name="TWire">How an item lies in a field.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ListField<T, TWire>
    where TWire : IWire<T>
{
    /// <summary>How many bytes the list has.</summary>
    /// <param name="tagSize">The bytes of a tag.</param>
    /// <param name="items">The items.</param>
    public static int Size(int tagSize, ItemSpan<T> items)
    {
        try
        {
            int size = checked(tagSize * items.Items.Length);
            foreach (T item in items.Items) size = checked(size + TWire.Size(item ?? throw ContractFaults.NullItem()));
            return size;
        }
        finally
        {
            items.Dispose();
        }
    }

    /// <summary>Writes the list.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="tag">The tag of each item.</param>
    /// <param name="items">The items.</param>
    public static void Write(ref WriteContext output, uint tag, ItemSpan<T> items)
    {
        foreach (T item in items.Items)
        {
            output.WriteTag(tag);
            TWire.Write(ref output, item);
        }

        items.Dispose();
    }

    /// <summary>Writes the list as JSON.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="items">The items.</param>
    public static void Show(Utf8JsonWriter json, ItemSpan<T> items)
    {
        json.WriteStartArray();
        foreach (T item in items.Items)
        {
            if (item is null) json.WriteNullValue();
            else TWire.Show(json, item);
        }

        json.WriteEndArray();
        items.Dispose();
    }
}

/// <summary>Writes a list of numbers: one tag and one length for all.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <typeparam name="TWire">How an item lies in a field.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PackedField<T, TWire>
    where TWire : IWire<T>
{
    /// <inheritdoc cref="ListField{T,TWire}.Size"/>
    public static int Size(int tagSize, ItemSpan<T> items)
    {
        try
        {
            int size = SizeOf(items.Items);
            return size == 0 ? 0 : checked(tagSize + CodedOutputStream.ComputeLengthSize(size) + size);
        }
        finally
        {
            items.Dispose();
        }
    }

    /// <inheritdoc cref="ListField{T,TWire}.Write"/>
    public static void Write(ref WriteContext output, uint tag, ItemSpan<T> items)
    {
        int size = SizeOf(items.Items);
        if (size > 0)
        {
            output.WriteTag(tag);
            output.WriteLength(size);
            foreach (T item in items.Items) TWire.Write(ref output, item);
        }

        items.Dispose();
    }

    private static int SizeOf(ReadOnlySpan<T> items)
    {
        int size = 0;
        foreach (T item in items) size = checked(size + TWire.Size(item));
        return size;
    }
}
