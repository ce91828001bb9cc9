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
    // A value that is no object, while it is written.
    [ThreadStatic]
    private static T? _struct;

    // Found here sooner than where generic classes keep what is static.
    private readonly int _slot = ContractMessage<T, TContract>.Slot;

    // A thread that writes keeps it for the next value, and no system with it.
    private readonly Contract _unbound;

    // Whether there have been fields that nobody knows, as peers that are newer send them. Until then protobuf is called in a way that is faster,
    // and then in one that makes nothing of such fields.
    private bool _hasSkipped;

    private GeneratedContract(ActorSystem? system, ContractScope scope)
        : base(TContract.Name, system, scope)
        => _unbound = system is null ? this : Instance;

    /// <summary>The contract outside of systems, with the limits that hold where nothing else is said.</summary>
    public static GeneratedContract<T, TContract> Instance { get; } = new(null, ContractScope.None);

    internal override Contract For(ActorSystem? system, ContractScope scope) => new GeneratedContract<T, TContract>(system, scope);

    /// <inheritdoc/>
    public override int Size(T value)
    {
        NotNull(value);
        ContractThread thread = ContractThread.Current;
        ContractThread.State outer = thread.Begin(Scope);
        int size;
        try
        {
            size = TContract.Size(value);
        }
        catch (Exception failure)
        {
            throw Unwritable(value, failure, thread, outer);
        }

        thread.End(outer);

        // More than an int holds has wrapped around, at least once.
        return (uint)size <= (uint)Limits.MaxSize ? size : throw TooLarge(value, size, thread);
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
        ContractThread thread = ContractThread.Current;
        ContractThread.State outer = thread.Begin(Scope);
        int size;
        bool fits;
        try
        {
            size = TContract.Size(value);
            fits = size <= output.Length && (uint)size <= (uint)Limits.MaxSize;
            if (fits) Write(value, output[..size], thread);
        }
        catch (Exception failure)
        {
            throw Unwritable(value, failure, thread, outer);
        }

        thread.End(outer);
        if (fits) return size;
        throw (uint)size > (uint)Limits.MaxSize
            ? TooLarge(value, size, thread)
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
    public override T Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Limits.MaxSize) throw TooLarge(bytes.Length);
        ContractReader reader = ContractReader.Rent(Scope);
        ContractMessage<T, TContract> message = ContractMessage<T, TContract>.Of(reader, _slot);
        bool discards = _hasSkipped;
        T value;
        try
        {
            reader.Begin(discards);
            value = discards ? message.ReadDiscarding(bytes) : message.Read(bytes);
            if (reader.IsDoubtful)
            {
                reader.BeginStrictly();
                value = message.ReadDiscarding(bytes);
            }
        }
        catch (Exception failure)
        {
            throw Unreadable(reader, message, failure);
        }

        if (reader.HasSkipped) _hasSkipped = true;
        reader.Return();

        // And with it the system, which the reader does not hold.
        GC.KeepAlive(this);
        return value;
    }

    /// <inheritdoc/>
    public override T Read(in ReadOnlySequence<byte> bytes)
    {
        if (bytes.IsSingleSegment) return Read(bytes.FirstSpan);
        if (bytes.Length > Limits.MaxSize) throw TooLarge(bytes.Length);
        ContractReader reader = ContractReader.Rent(Scope);
        ContractMessage<T, TContract> message = ContractMessage<T, TContract>.Of(reader, _slot);
        T value;
        try
        {
            reader.Begin(discards: true);
            value = message.ReadDiscarding(bytes);
            if (reader.IsDoubtful)
            {
                reader.BeginStrictly();
                value = message.ReadDiscarding(bytes);
            }
        }
        catch (Exception failure)
        {
            throw Unreadable(reader, message, failure);
        }

        reader.Return();
        GC.KeepAlive(this);
        return value;
    }

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

    internal override void WriteFields(ref WriteContext output, ContractThread thread)
    {
        if (typeof(T).IsValueType)
        {
            TContract.Write(ref output, _struct!);
            return;
        }

        object? value = thread.Value;
        thread.Value = null;
        TContract.Write(ref output, Unsafe.As<object?, T>(ref value));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write(T value, Span<byte> output, ContractThread thread)
    {
        if (typeof(T).IsValueType) _struct = value;
        else thread.Value = value;
        thread.Write(_unbound, output);
    }

    private void WriteExactly(T value, Span<byte> output)
    {
        ContractThread thread = ContractThread.Current;
        ContractThread.State outer = thread.Begin(Scope);
        try
        {
            Write(value, output, thread);
        }
        catch (Exception failure)
        {
            throw Unwritable(value, failure, thread, outer);
        }

        thread.End(outer);
    }

    // What a converter of the user's throws is not ours, though it may be a ContractException.
    private static ContractException Unreadable(ContractReader reader, ContractMessage<T, TContract> message, Exception failure)
    {
        message.Fail();
        string path = reader.ReturnFailed();
        return failure is FieldException field
            ? new ContractException(TContract.Name, path, field.Message + ".")
            : new ContractException(TContract.Name, path, $"the bytes cannot be read: {failure.Message}", failure);
    }

    // Where it was nobody has noted: the value is measured once more for that. What has gone wrong then is what is told, so that place and problem belong together.
    private ContractException Unwritable(T value, Exception failure, ContractThread thread, ContractThread.State outer)
    {
        var walk = new ContractWalk(Scope);
        Exception? again = thread.Find<T, TContract>(value, walk);
        thread.End(outer);
        return again is null ? Unwritable(failure, "") : Unwritable(again, walk.Path);
    }

    private static ContractException Unwritable(Exception failure, string path) => failure switch
    {
        FieldException field => new ContractException(TContract.Name, path, field.Message + "."),
        OverflowException => new ContractException(TContract.Name, path, "the value has more bytes than a protobuf message can have.", failure),
        InvalidOperationException or IndexOutOfRangeException => new ContractException(TContract.Name, path, $"the value cannot be written; has it changed meanwhile? {failure.Message}", failure),
        _ => new ContractException(TContract.Name, path, $"the value cannot be written: {failure.Message}", failure),
    };

    private ContractException TooLarge(long size)
        => new(Name, "", $"{size} bytes are more than the {Limits.MaxSize} that ContractLimits.MaxSize allows. Send less at once, or raise the limit on both sides.");

    // Which field has most of them is told as well.
    private ContractException TooLarge(T value, int size, ContractThread thread)
    {
        ContractThread.State outer = thread.Begin(Scope);
        var walk = new ContractWalk(Scope);
        Exception? failure = thread.Find<T, TContract>(value, walk);
        thread.End(outer);
        if (failure is not null) return Unwritable(failure, walk.Path);

        (string path, int part) = walk.Largest ?? ("", size);
        return new(
            Name,
            path,
            size < 0
                ? "the value has more bytes than a protobuf message can have, most of them here."
                : $"the value has {size} bytes, {part} of them here, and ContractLimits.MaxSize allows {Limits.MaxSize}. Send less at once, or raise the limit on both sides.");
    }
}
