using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
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
    // Found here sooner than where generic classes keep what is static.
    private readonly ContractMessage<T, TContract> _message = ContractMessage<T, TContract>.Instance;

    // Whether there have been fields that nobody knows, as peers that are newer send them. Until then protobuf is called in a way that is faster,
    // and then in one that makes nothing of such fields.
    private bool _hasSkipped;

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
        int size;
        try
        {
            size = TContract.Size(value);
        }
        catch (Exception failure)
        {
            throw Unwritable(failure, outer);
        }

        WriteDepth.End(outer);

        // More than an int holds has wrapped around, at least once.
        return (uint)size <= (uint)Limits.MaxSize ? size : throw TooLarge(size);
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
        NotNull(value);
        int outer = WriteDepth.Begin(Limits.MaxDepth);
        int size;
        bool fits;
        try
        {
            size = TContract.Size(value);
            fits = size <= output.Length && (uint)size <= (uint)Limits.MaxSize;
            if (fits) _message.Write(value, output[..size]);
        }
        catch (Exception failure)
        {
            throw Unwritable(failure, outer);
        }

        WriteDepth.End(outer);
        if (fits) return size;
        throw (uint)size > (uint)Limits.MaxSize
            ? TooLarge(size)
            : new ArgumentException($"The value has {size} bytes and the output has room for {output.Length}.", nameof(output));
    }

    /// <inheritdoc/>
    public override byte[] ToBytes(T value)
    {
        byte[] bytes = new byte[Size(value)];
        WriteExactly(value, bytes);
        return bytes;
    }

    /// <inheritdoc/>
    public override T Read(ReadOnlySpan<byte> bytes) => Read(bytes, isStrict: false);

    /// <inheritdoc/>
    public override T Read(in ReadOnlySequence<byte> bytes) => bytes.IsSingleSegment ? Read(bytes.FirstSpan) : Read(bytes, isStrict: false);

    /// <inheritdoc/>
    public override void WriteJson(T value, Utf8JsonWriter json)
    {
        NotNull(value);
        ArgumentNullException.ThrowIfNull(json);
        TContract.Show(json, value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void NotNull(T value)
    {
        if (value is null) throw new ArgumentNullException(nameof(value));
    }

    private T Read(ReadOnlySpan<byte> bytes, bool isStrict)
    {
        if (bytes.Length > Limits.MaxSize) throw TooLarge(bytes.Length);
        ContractReader reader = ContractReader.Rent(System, Limits, isStrict);
        try
        {
            reader.Discards = _hasSkipped;
            if (_hasSkipped) _message.Parser.ParseFrom(bytes);
            else _message.MergeFrom(bytes);
        }
        catch (Exception failure)
        {
            throw Unreadable(reader, failure);
        }

        T value = ContractMessage<T, TContract>.Take(reader);
        if (reader.HasSkipped) _hasSkipped = true;
        return reader.Return() ? value : Read(bytes, isStrict: true);
    }

    private T Read(in ReadOnlySequence<byte> bytes, bool isStrict)
    {
        if (bytes.Length > Limits.MaxSize) throw TooLarge(bytes.Length);
        ContractReader reader = ContractReader.Rent(System, Limits, isStrict);
        try
        {
            reader.Discards = _hasSkipped;
            if (_hasSkipped) _message.Parser.ParseFrom(bytes);
            else _message.MergeFrom(bytes);
        }
        catch (Exception failure)
        {
            throw Unreadable(reader, failure);
        }

        T value = ContractMessage<T, TContract>.Take(reader);
        if (reader.HasSkipped) _hasSkipped = true;
        return reader.Return() ? value : Read(bytes, isStrict: true);
    }

    private void WriteExactly(T value, Span<byte> output)
    {
        int outer = WriteDepth.Begin(Limits.MaxDepth);
        try
        {
            _message.Write(value, output);
        }
        catch (Exception failure)
        {
            throw Unwritable(failure, outer);
        }

        WriteDepth.End(outer);
    }

    // What a converter of the user's throws is not ours, though it may be a ContractException.
    private static ContractException Unreadable(ContractReader reader, Exception failure)
    {
        string path = reader.ReturnFailed();
        return failure is FieldException field
            ? new ContractException(TContract.Name, path, field.Message + ".")
            : new ContractException(TContract.Name, path, $"the bytes cannot be read: {failure.Message}", failure);
    }

    private static ContractException Unwritable(Exception failure, int outer)
    {
        WriteDepth.End(outer);
        return Unwritable(failure);
    }

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
