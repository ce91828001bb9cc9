using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Coerce.Dispatch;

/// <summary>What protobuf takes for a message, so that it hands its context to a generated contract that reads. A reader has one for each contract.</summary>
internal sealed class ContractMessage<T, TContract> : IBufferMessage, IMessage<ContractMessage<T, TContract>>
    where TContract : IContract<T>
{
    private readonly ContractReader _reader;

    // What was read, until it is taken: a message may have others of its own kind in it.
    private T? _value;
    private MessageParser<ContractMessage<T, TContract>>? _parser;

    private ContractMessage(ContractReader reader) => _reader = reader;

    /// <summary>Where a reader keeps its own.</summary>
    internal static int Slot { get; } = ContractReader.NewSlot();

    // Protobuf wants to know whether the syntax is proto3's.
    MessageDescriptor IMessage.Descriptor => Empty.Descriptor;

    // Its messages are this one. Fields that nobody knows are skipped, not kept.
    private MessageParser<ContractMessage<T, TContract>> Parser
        => _parser ??= new MessageParser<ContractMessage<T, TContract>>(() => this).WithDiscardUnknownFields(true);

    /// <summary>That of a reader.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ContractMessage<T, TContract> Of(ContractReader reader, int slot)
        => reader.Find(slot) is { } message ? Unsafe.As<ContractMessage<T, TContract>>(message) : New(reader, slot);

    /// <summary>Reads the value itself; the reader has begun.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal T Read(ReadOnlySpan<byte> bytes)
    {
        this.MergeFrom(bytes);
        return Take();
    }

    /// <summary>The same with protobuf told that fields that nobody knows are not kept.</summary>
    internal T ReadDiscarding(ReadOnlySpan<byte> bytes)
    {
        Parser.ParseFrom(bytes);
        return Take();
    }

    /// <inheritdoc cref="ReadDiscarding(ReadOnlySpan{byte})"/>
    internal T ReadDiscarding(in System.Buffers.ReadOnlySequence<byte> bytes)
    {
        Parser.ParseFrom(bytes);
        return Take();
    }

    /// <summary>Reads a message within the value.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal T Read(ref ParseContext input)
    {
        uint outer = _reader.Enter();
        try
        {
            input.ReadMessage(this);
        }
        catch
        {
            Fail();
            _reader.Leave(outer);
            throw;
        }

        _reader.Leave(outer);
        return Take();
    }

    /// <summary>Reads a message without fields.</summary>
    internal T ReadEmpty()
    {
        uint outer = _reader.Enter();
        try
        {
            this.MergeFrom(ReadOnlySpan<byte>.Empty);
        }
        catch
        {
            Fail();
            _reader.Leave(outer);
            throw;
        }

        _reader.Leave(outer);
        return Take();
    }

    /// <summary>Notes the field at which the message could not be read.</summary>
    internal void Fail()
    {
        _value = default;
        if (_reader.Field is > 0 and int number) _reader.Fail(TContract.FieldName(number));
    }

    void IBufferMessage.InternalMergeFrom(ref ParseContext input) => _value = TContract.Read(ref input, _reader);

    void IBufferMessage.InternalWriteTo(ref WriteContext output) => throw new NotSupportedException();

    int IMessage.CalculateSize() => throw new NotSupportedException();

    void IMessage.MergeFrom(CodedInputStream input) => throw new NotSupportedException();

    void IMessage.WriteTo(CodedOutputStream output) => throw new NotSupportedException();

    void IMessage<ContractMessage<T, TContract>>.MergeFrom(ContractMessage<T, TContract> message) => throw new NotSupportedException();

    ContractMessage<T, TContract> IDeepCloneable<ContractMessage<T, TContract>>.Clone() => throw new NotSupportedException();

    bool IEquatable<ContractMessage<T, TContract>>.Equals(ContractMessage<T, TContract>? other) => ReferenceEquals(this, other);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T Take()
    {
        T value = _value!;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) _value = default;
        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ContractMessage<T, TContract> New(ContractReader reader, int slot)
    {
        var message = new ContractMessage<T, TContract>(reader);
        reader.Keep(slot, message);
        return message;
    }
}
