using System.Buffers;
using System.ComponentModel;
using System.Text.Json;
using Google.Protobuf;

namespace Coerce.Dispatch;

/// <summary>The contract of <typeparamref name="T"/> as users see it.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <typeparam name="TContract">What the generator wrote for it.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GeneratedContract<T, TContract> : Contract<T>
    where T : notnull
    where TContract : IContract<T>
{
    private GeneratedContract(ActorSystem? system, ContractLimits limits)
        : base(TContract.Name, system, limits)
    {
    }

    /// <summary>The contract outside of systems, with the limits that hold where nothing else is said.</summary>
    public static GeneratedContract<T, TContract> Instance { get; } = new(null, ContractLimits.Default);

    internal override Contract For(ActorSystem? system, ContractLimits limits) => new GeneratedContract<T, TContract>(system, limits);

    /// <inheritdoc/>
    public override int Size(T value)
    {
        WriteDepth.Begin(Limits.MaxDepth);
        int size = TContract.Size(value ?? throw new ArgumentNullException(nameof(value)));

        // More than an int holds has wrapped around, at least once.
        if ((uint)size > (uint)Limits.MaxSize) throw TooLarge(size);
        return size;
    }

    /// <inheritdoc/>
    public override void Write(T value, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        int size = Size(value);
        if (size == 0) return;
        WriteExactly(value, output.GetSpan(size)[..size]);
        output.Advance(size);
    }

    /// <inheritdoc/>
    public override int Write(T value, Span<byte> output)
    {
        int size = Size(value);
        if (output.Length < size) throw new ArgumentException($"The value has {size} bytes and the output has room for {output.Length}.", nameof(output));
        WriteExactly(value, output[..size]);
        return size;
    }

    /// <inheritdoc/>
    public override byte[] ToBytes(T value)
    {
        byte[] bytes = new byte[Size(value)];
        WriteExactly(value, bytes);
        return bytes;
    }

    /// <inheritdoc/>
    public override T Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Limits.MaxSize) throw TooLarge(bytes.Length);
        ContractReader reader = ContractReader.Rent(System, Limits);
        try
        {
            ContractMessage<T, TContract> message = ContractMessage<T, TContract>.Rent(reader);
            message.Parse(bytes);
            return Take(message, reader);
        }
        catch (Exception failure)
        {
            throw Unreadable(reader, failure);
        }
    }

    /// <inheritdoc/>
    public override T Read(in ReadOnlySequence<byte> bytes)
    {
        if (bytes.Length > Limits.MaxSize) throw TooLarge(bytes.Length);
        ContractReader reader = ContractReader.Rent(System, Limits);
        try
        {
            ContractMessage<T, TContract> message = ContractMessage<T, TContract>.Rent(reader);
            message.Parse(bytes);
            return Take(message, reader);
        }
        catch (Exception failure)
        {
            throw Unreadable(reader, failure);
        }
    }

    /// <inheritdoc/>
    public override void WriteJson(T value, Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        TContract.Show(json, value);
    }

    private static T Take(ContractMessage<T, TContract> message, ContractReader reader)
    {
        T value = message.Value!;
        message.Return();
        reader.Return();
        return value;
    }

    private static void WriteExactly(T value, Span<byte> output)
    {
        ContractMessage<T, TContract> message = ContractMessage<T, TContract>.Rent(null);
        message.Value = value;
        message.WriteTo(output);
        message.Return();
    }

    private static ContractException Unreadable(ContractReader reader, Exception failure)
        => failure switch
        {
            ContractException known => known,
            FieldException field => new ContractException(TContract.Name, reader.Path, field.Message + "."),
            _ => new ContractException(TContract.Name, reader.Path, $"the bytes cannot be read: {failure.Message}", failure),
        };

    private ContractException TooLarge(long size)
        => new(
            Name,
            "",
            size < 0 || size > int.MaxValue
                ? "the value has more bytes than a protobuf message can have."
                : $"{size} bytes are more than the {Limits.MaxSize} that ContractLimits.MaxSize allows. Send less at once, or raise the limit on both sides.");
}
