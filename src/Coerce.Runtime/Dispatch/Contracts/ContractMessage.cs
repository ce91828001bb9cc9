using System.Buffers;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Coerce.Dispatch;

/// <summary>What protobuf takes for a message, so that it hands its contexts to a generated contract. Pooled: one for each message in progress on a
/// thread.</summary>
internal sealed class ContractMessage<T, TContract> : IMessage<ContractMessage<T, TContract>>, IBufferMessage
    where TContract : IContract<T>
{
    // Fields that nobody knows are skipped, not kept.
    private static readonly MessageParser<ContractMessage<T, TContract>> Parser =
        new MessageParser<ContractMessage<T, TContract>>(static () => _parsed!).WithDiscardUnknownFields(true);

    [ThreadStatic]
    private static ContractMessage<T, TContract>? _free;

    // The parser asks for a new message and gets this one.
    [ThreadStatic]
    private static ContractMessage<T, TContract>? _parsed;

    private ContractMessage<T, TContract>? _next;
    private ContractReader? _reader;

    internal T? Value { get; set; }

    // Protobuf wants to know whether the syntax is proto3's.
    MessageDescriptor IMessage.Descriptor => Empty.Descriptor;

    internal static ContractMessage<T, TContract> Rent(ContractReader? reader)
    {
        ContractMessage<T, TContract> message = _free ?? new ContractMessage<T, TContract>();
        _free = message._next;
        message._next = null;
        message._reader = reader;
        return message;
    }

    /// <summary>Not after a failure: what has failed half-way is left to the collector.</summary>
    internal void Return()
    {
        Value = default;
        _reader = null;
        _next = _free;
        _free = this;
    }

    internal void Parse(ReadOnlySpan<byte> bytes)
    {
        _parsed = this;
        Parser.ParseFrom(bytes);
    }

    internal void Parse(in ReadOnlySequence<byte> bytes)
    {
        _parsed = this;
        Parser.ParseFrom(bytes);
    }

    void IBufferMessage.InternalMergeFrom(ref ParseContext input)
    {
        ContractReader reader = _reader!;
        uint outer = reader.Enter();
        try
        {
            Value = TContract.Read(ref input, reader);
        }
        catch
        {
            reader.Fail<T, TContract>();
            throw;
        }
        finally
        {
            reader.Leave(outer);
        }
    }

    void IBufferMessage.InternalWriteTo(ref WriteContext output) => TContract.Write(ref output, Value!);

    int IMessage.CalculateSize() => TContract.Size(Value!);

    void IMessage.MergeFrom(CodedInputStream input) => throw new NotSupportedException();

    void IMessage.WriteTo(CodedOutputStream output) => throw new NotSupportedException();

    void IMessage<ContractMessage<T, TContract>>.MergeFrom(ContractMessage<T, TContract> message) => throw new NotSupportedException();

    ContractMessage<T, TContract> IDeepCloneable<ContractMessage<T, TContract>>.Clone() => throw new NotSupportedException();

    bool IEquatable<ContractMessage<T, TContract>>.Equals(ContractMessage<T, TContract>? other) => ReferenceEquals(this, other);
}
