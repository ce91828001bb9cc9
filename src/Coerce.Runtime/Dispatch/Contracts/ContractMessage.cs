using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Coerce.Dispatch;

/// <summary>What protobuf takes for a message, so that it hands its context to a generated contract that reads. There is one of each contract, without
/// state: what was read lies with the reader.</summary>
internal sealed class ContractMessage<T, TContract> : IMessage<ContractMessage<T, TContract>>, IBufferMessage
    where TContract : IContract<T>
{
    internal static readonly ContractMessage<T, TContract> Instance = new();

    // Of structs: what lies with a reader is an object. Measured: what generic classes of classes keep for each thread takes long to find.
    [ThreadStatic]
    private static T? _value;

    // Fields that nobody knows are skipped, not kept.
    private ContractMessage() => Parser = new MessageParser<ContractMessage<T, TContract>>(() => this).WithDiscardUnknownFields(true);

    /// <summary>Its messages are this one.</summary>
    internal MessageParser<ContractMessage<T, TContract>> Parser { get; }

    // Protobuf wants to know whether the syntax is proto3's.
    MessageDescriptor IMessage.Descriptor { get; } = Empty.Descriptor;

    /// <summary>Takes away what was read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Take(ContractReader reader)
    {
        if (typeof(T).IsValueType)
        {
            T read = _value!;
            if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) _value = default;
            return read;
        }

        object? value = reader.Result;
        reader.Result = null;
        return Unsafe.As<object?, T>(ref value);
    }

    void IBufferMessage.InternalMergeFrom(ref ParseContext input)
    {
        ContractReader reader = ContractReader.Current;
        uint outer = reader.Enter();
        try
        {
            T value = TContract.Read(ref input, reader);
            if (typeof(T).IsValueType) _value = value;
            else reader.Result = value;
        }
        catch
        {
            reader.Fail<T, TContract>();
            reader.Leave(outer);
            throw;
        }

        reader.Leave(outer);
    }

    void IBufferMessage.InternalWriteTo(ref WriteContext output) => throw new NotSupportedException();

    int IMessage.CalculateSize() => throw new NotSupportedException();

    void IMessage.MergeFrom(CodedInputStream input) => throw new NotSupportedException();

    void IMessage.WriteTo(CodedOutputStream output) => throw new NotSupportedException();

    void IMessage<ContractMessage<T, TContract>>.MergeFrom(ContractMessage<T, TContract> message) => throw new NotSupportedException();

    ContractMessage<T, TContract> IDeepCloneable<ContractMessage<T, TContract>>.Clone() => throw new NotSupportedException();

    bool IEquatable<ContractMessage<T, TContract>>.Equals(ContractMessage<T, TContract>? other) => ReferenceEquals(this, other);
}
