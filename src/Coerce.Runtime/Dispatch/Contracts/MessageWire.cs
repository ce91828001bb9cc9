using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Google.Protobuf;

namespace Coerce.Dispatch;

/// <summary>A message in a field of another: its length, then its fields.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <typeparam name="TContract">Its contract.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MessageWire<T, TContract> : IWire<T>
    where TContract : IContract<T>
{
    /// <inheritdoc/>
    public static WireFormat.WireType Type => WireFormat.WireType.LengthDelimited;

    /// <inheritdoc/>
    public static T Default(ContractReader reader) => reader.Empty<T, TContract>(2);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Size(T value)
    {
        int size = SizeOf(value);
        return size + CodedOutputStream.ComputeLengthSize(size);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref WriteContext output, T value)
    {
        output.WriteLength(SizeOf(value));
        TContract.Write(ref output, value);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Read(ref ParseContext input, ContractReader reader)
        => ContractMessage<T, TContract>.Of(reader, ContractMessage<T, TContract>.Slot).Read(ref input);

    /// <inheritdoc/>
    public static void Show(Utf8JsonWriter json, T value) => ContractJson.Message<T, TContract>(json, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SizeOf(T value)
    {
        ContractThread thread = ContractThread.Current;
        if (!thread.TryEnter()) return thread.Into<T, TContract>(value);
        int size = TContract.Size(value);
        thread.Leave(size);
        return size;
    }
}
