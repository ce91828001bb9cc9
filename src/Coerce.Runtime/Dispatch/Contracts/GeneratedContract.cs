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
        NotNull(value);
        int outer = WriteDepth.Begin(Limits.MaxDepth);
        try
        {
            return Measure(value);
        }
        catch (Exception failure)
        {
            throw Unwritable(failure);
        }
        finally
        {
            WriteDepth.End(outer);
        }
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
        T value = Read(bytes, isStrict: false, out bool isDoubtful);
        return isDoubtful ? Read(bytes, isStrict: true, out _) : value;
    }

    /// <inheritdoc/>
    public override T Read(in ReadOnlySequence<byte> bytes)
    {
        if (bytes.Length > Limits.MaxSize) throw TooLarge(bytes.Length);
        if (bytes.IsSingleSegment) return Read(bytes.FirstSpan);
        T value = Read(bytes, isStrict: false, out bool isDoubtful);
        return isDoubtful ? Read(bytes, isStrict: true, out _) : value;
    }

    /// <inheritdoc/>
    public override void WriteJson(T value, Utf8JsonWriter json)
    {
        NotNull(value);
        ArgumentNullException.ThrowIfNull(json);
        TContract.Show(json, value);
    }

    private static void NotNull(T value)
    {
        if (value is null) throw new ArgumentNullException(nameof(value));
    }

    private T Read(ReadOnlySpan<byte> bytes, bool isStrict, out bool isDoubtful)
    {
        ContractReader reader = ContractReader.Rent(System, Limits, isStrict);
        try
        {
            ContractMessage<T, TContract> message = ContractMessage<T, TContract>.Rent(reader);
            message.Parse(bytes);
            return Take(message, reader, out isDoubtful);
        }
        catch (Exception failure)
        {
            throw Unreadable(reader, failure);
        }
    }

    private T Read(in ReadOnlySequence<byte> bytes, bool isStrict, out bool isDoubtful)
    {
        ContractReader reader = ContractReader.Rent(System, Limits, isStrict);
        try
        {
            ContractMessage<T, TContract> message = ContractMessage<T, TContract>.Rent(reader);
            message.Parse(bytes);
            return Take(message, reader, out isDoubtful);
        }
        catch (Exception failure)
        {
            throw Unreadable(reader, failure);
        }
    }

    private static T Take(ContractMessage<T, TContract> message, ContractReader reader, out bool isDoubtful)
    {
        T value = message.Value!;
        isDoubtful = reader.HasReplacement;
        message.Return();
        reader.Return();
        return value;
    }

    private int Measure(T value)
    {
        int size = TContract.Size(value);

        // More than an int holds has wrapped around, at least once.
        return (uint)size <= (uint)Limits.MaxSize ? size : throw TooLarge(size);
    }

    private void WriteExactly(T value, Span<byte> output)
    {
        int outer = WriteDepth.Begin(Limits.MaxDepth);
        try
        {
            ContractMessage<T, TContract> message = ContractMessage<T, TContract>.Rent(null);
            message.Value = value;
            message.WriteTo(output);
            message.Return();
        }
        catch (Exception failure)
        {
            throw Unwritable(failure);
        }
        finally
        {
            WriteDepth.End(outer);
        }
    }

    // What a converter of the user's throws is not ours, though it may be a ContractException.
    private static ContractException Unreadable(ContractReader reader, Exception failure)
        => failure is FieldException field
            ? new ContractException(TContract.Name, reader.Path, field.Message + ".")
            : new ContractException(TContract.Name, reader.Path, $"the bytes cannot be read: {failure.Message}", failure);

    private static ContractException Unwritable(Exception failure) => failure switch
    {
        ContractException known => known,
        FieldException field => new ContractException(TContract.Name, "", field.Message + "."),
        OverflowException => new ContractException(TContract.Name, "", "the value has more bytes than a protobuf message can have.", failure),
        InvalidOperationException or IndexOutOfRangeException => new ContractException(TContract.Name, "", $"the value cannot be written; has it changed meanwhile? {failure.Message}", failure),
        _ => new ContractException(TContract.Name, "", $"the value cannot be written: {failure.Message}", failure),
    };

    private ContractException TooLarge(long size)
        => new(
            Name,
            "",
            size < 0 || size > int.MaxValue
                ? "the value has more bytes than a protobuf message can have."
                : $"{size} bytes are more than the {Limits.MaxSize} that ContractLimits.MaxSize allows. Send less at once, or raise the limit on both sides.");
}
