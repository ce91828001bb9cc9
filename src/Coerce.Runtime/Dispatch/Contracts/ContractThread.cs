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

    // For as long as it walks, no message is entered the short way. Far below what is left where a message is too deep.
    private const int Walking = int.MinValue / 2;

    private Contract? _contract;
    private int _left;
    private long _budget;
    private ContractWalk? _walk;

    internal static ContractThread Current => _current ?? New();

    /// <summary>What is to be written, where it is an object.</summary>
    internal object? Value { get; set; }

    MessageDescriptor IMessage.Descriptor { get; } = Empty.Descriptor;

    /// <summary>At the root of a value, which counts itself. A converter may write another value in between: gives what <see cref="End"/> takes.</summary>
    /// <remarks>A value that refers to itself has no end. Depth is counted as <see cref="ContractReader"/> does, so that what is written can be read.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal State Begin(ContractScope scope)
    {
        var outer = new State(_left, _budget);
        _left = scope.Limits.MaxDepth - 1;
        _budget = scope.Budget;
        return outer;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void End(State outer) => (_left, _budget) = (outer.Left, outer.Budget);

    /// <summary>Goes into a message within the one that is measured; where it may not, <see cref="Into"/> says what becomes of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryEnter() => --_left >= 0;

    /// <param name="size">The bytes of the message.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Leave(int size)
    {
        _left++;
        if ((_budget -= (uint)size) < 0) throw ContractFaults.TooMuch();
    }

    /// <summary>Passes a message that has no others in it.</summary>
    internal static void Pass()
    {
        ContractThread thread = Current;
        if (thread._left <= 0 && thread.Walk is not { IsDeepest: false }) throw ContractFaults.TooDeep();
    }

    /// <summary>A message that is too deep, or one on the walk to what is wrong.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal int Into<T, TContract>(T value)
        where TContract : IContract<T>
    {
        if (Walk is not { } walk) throw ContractFaults.TooDeep();
        _left = Walking;
        return walk.Into<T, TContract>(value);
    }

    /// <summary>Looks for what is wrong with a value; then nothing is measured any more until <see cref="End"/>.</summary>
    internal Exception? Find<T, TContract>(T value, ContractWalk walk)
        where TContract : IContract<T>
    {
        ContractWalk? outer = _walk;
        _left = Walking;
        _walk = walk;
        Exception? failure = walk.Find<T, TContract>(value);
        _walk = outer;
        return failure;
    }

    // A value that a converter writes in the midst of a walk is not walked through itself.
    private ContractWalk? Walk => _left < Walking / 2 ? _walk : null;

    /// <summary>Writes into exactly as many bytes as there are.</summary>
    internal void Write(Contract contract, Span<byte> output)
    {
        // To look is cheaper than to write.
        if (!ReferenceEquals(_contract, contract)) _contract = contract;

        // Each message is measured again for each one that it is in.
        _budget = long.MaxValue;
        this.WriteTo(output);
    }

    void IBufferMessage.InternalWriteTo(ref WriteContext output) => _contract!.WriteFields(ref output, this);

    void IBufferMessage.InternalMergeFrom(ref ParseContext input) => throw new NotSupportedException();

    int IMessage.CalculateSize() => throw new NotSupportedException();

    void IMessage.MergeFrom(CodedInputStream input) => throw new NotSupportedException();

    void IMessage.WriteTo(CodedOutputStream output) => throw new NotSupportedException();

    private static ContractThread New() => _current = new ContractThread();

    /// <summary>How far a value has been measured.</summary>
    internal readonly record struct State(int Left, long Budget);
}
