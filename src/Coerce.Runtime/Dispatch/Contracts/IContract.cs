using System.ComponentModel;
using System.Text.Json;
using Google.Protobuf;

namespace Coerce.Dispatch;

/// <summary>What the generator writes for each type that can leave the process.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IContract<T>
{
    /// <summary>The full name of the message.</summary>
    static abstract string Name { get; }

    /// <summary>How many bytes the fields of a value have.</summary>
    /// <param name="value">The value.</param>
    static abstract int Size(T value);

    /// <summary>Measures as <see cref="Size"/> does, and says at which field it is: on the way to what is wrong.</summary>
    /// <param name="value">The value.</param>
    /// <param name="walk">Whom it tells.</param>
    static abstract int Walk(T value, ContractWalk walk);

    /// <summary>Writes the fields of a value.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="value">The value.</param>
    static abstract void Write(ref WriteContext output, T value);

    /// <summary>Reads fields until there are no more.</summary>
    /// <param name="input">Where from.</param>
    /// <param name="reader">The limits, and what has been used of them.</param>
    static abstract T Read(ref ParseContext input, ContractReader reader);

    /// <summary>Writes a value as JSON, for people.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="value">The value.</param>
    static abstract void Show(Utf8JsonWriter json, T value);

    /// <summary>The name of a field, for error messages.</summary>
    /// <param name="number">Its number.</param>
    static abstract string FieldName(int number);
}

/// <summary>How one value lies in a field.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IWire<T>
{
    /// <summary>How it lies there: what a tag says beside the number of the field.</summary>
    static abstract WireFormat.WireType Type { get; }

    /// <summary>How many bytes it has, its length included if it has one.</summary>
    /// <param name="value">The value.</param>
    static abstract int Size(T value);

    /// <summary>Writes it, without a tag.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="value">The value.</param>
    static abstract void Write(ref WriteContext output, T value);

    /// <summary>Reads it; the tag has been read.</summary>
    /// <param name="input">Where from.</param>
    /// <param name="reader">The limits, and what has been used of them.</param>
    static abstract T Read(ref ParseContext input, ContractReader reader);

    /// <summary>Writes it as JSON.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="value">The value.</param>
    static abstract void Show(Utf8JsonWriter json, T value);

    /// <summary>What the value is that has not been sent.</summary>
    /// <param name="reader">The limits, and what has been used of them.</param>
    static abstract T Default(ContractReader reader);
}

/// <summary>How values lie in a list one after another, without tags between them.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <typeparam name="TRaw">What protobuf makes of one.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IPackedWire<T, TRaw> : IWire<T>
    where TRaw : unmanaged
{
    /// <summary>Reads one.</summary>
    static abstract FieldCodec<TRaw> Codec { get; }

    /// <summary>The value that protobuf's stands for.</summary>
    /// <param name="raw">Protobuf's.</param>
    static abstract T From(TRaw raw);
}
