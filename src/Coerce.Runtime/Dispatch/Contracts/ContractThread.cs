using System.Runtime.CompilerServices;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Coerce.Dispatch;

/// <summary>What a thread writes: protobuf takes it for the message, so that it hands its context to the contract. Found once for each value, as looking
/// for what belongs to a thread is what takes long with a small one.</summary>
internal sealed class ContractThread : IMessage, IBufferMessage
{
    [ThreadStatic]
    private static ContractThread? _current;

    private Contract? _contract;
    private int _left;

    internal static ContractThread Current => _current ?? New();

    /// <summary>What is to be written, where it is an object.</summary>
    internal object? Value { get; set; }

    MessageDescriptor IMessage.Descriptor { get; } = Empty.Descriptor;

    /// <summary>At the root of a value, which counts itself. A converter may write another value in between: gives what <see cref="End"/> takes.</summary>
    /// <remarks>A value that refers to itself has no end. Depth is counted as <see cref="ContractReader"/> does, so that what is written can be read.</remarks>
    internal int Begin(int limit)
    {
        int outer = _left;
        _left = limit - 1;
        return outer;
    }

    internal void End(int outer) => _left = outer;

    /// <summary>Goes into a message within the one that is measured.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ContractThread Enter()
    {
        ContractThread thread = Current;
        if (--thread._left < 0) throw TooDeep();
        return thread;
    }

    internal void Leave() => _left++;

    /// <summary>Passes a message that has no others in it.</summary>
    internal static void Pass()
    {
        if (Current._left <= 0) throw TooDeep();
    }

    /// <summary>Writes into exactly as many bytes as there are.</summary>
    internal void Write(Contract contract, Span<byte> output)
    {
        _contract = contract;
        this.WriteTo(output);
    }

    void IBufferMessage.InternalWriteTo(ref WriteContext output) => _contract!.WriteFields(ref output, this);

    void IBufferMessage.InternalMergeFrom(ref ParseContext input) => throw new NotSupportedException();

    int IMessage.CalculateSize() => throw new NotSupportedException();

    void IMessage.MergeFrom(CodedInputStream input) => throw new NotSupportedException();

    void IMessage.WriteTo(CodedOutputStream output) => throw new NotSupportedException();

    private static ContractThread New() => _current = new ContractThread();

    private static FieldException TooDeep()
        => new("has messages in messages, deeper than ContractLimits.MaxDepth allows, or refers to itself");
}
