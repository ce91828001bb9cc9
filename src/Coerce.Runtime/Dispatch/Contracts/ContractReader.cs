using System.ComponentModel;
using System.Runtime.CompilerServices;
using Google.Protobuf;

namespace Coerce.Dispatch;

/// <summary>What one value that is read has used of its limits, and where in it the reader is. Not thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ContractReader
{
    // What is rare or large is not inlined, so that reading a tag always is: that is most of what reading takes.

    [ThreadStatic]
    private static ContractReader? _current;

    private static int _slotCount;

    // That of the value in whose midst, by a converter, another one is read.
    private readonly ContractReader? _outer;
    private ContractReader? _inner;

    private ContractScope _scope = ContractScope.None;
    private int _maxText = ContractScope.None.Limits.MaxStringLength;
    private int _maxDepth = ContractScope.None.Limits.MaxDepth;
    private State _state;
    private int _items;
    private int _depth;
    private uint _tag;
    private string _path = "";

    // What belongs to a type: found by number, as looking for what belongs to a thread takes long.
    private object?[] _slots = [];

    private ContractReader(ContractReader? outer) => _outer = outer;

    [Flags]
    private enum State
    {
        None = 0,
        Busy = 1,

        // Texts are read as bytes.
        Strict = 2,

        // Protobuf has been told that fields that nobody knows are not kept: it then skips them without making anything of them.
        Discards = 4,

        // A text has what protobuf puts for bytes that are no UTF-8. It may have been sent as well: to know is to read strictly.
        Doubtful = 8,

        // There were fields that the contract does not know, and protobuf had not been told that there would be.
        Skipped = 16,
    }

    internal ActorSystem? System => _scope.System;

    internal bool IsDoubtful => (_state & State.Doubtful) != 0;

    internal bool HasSkipped => (_state & State.Skipped) != 0;

    private ContractLimits Limits => _scope.Limits;

    /// <summary>Reads the next tag; 0 at the end.</summary>
    /// <param name="input">Where from.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Next(ref ParseContext input)
    {
        // When there is no tag, the fault is no field's.
        _tag = 0;
        return _tag = input.ReadTag();
    }

    /// <summary>Skips a field that the contract does not know.</summary>
    /// <param name="input">Where from.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Skip(ref ParseContext input)
    {
        // Protobuf takes the two wire types that do not exist for fields of no length.
        if ((_tag & 7) > 5) throw new FieldException($"has the wire type {_tag & 7}, which does not exist");
        if ((_state & State.Discards) != 0)
        {
            UnknownFieldSet.MergeFieldFrom(null, ref input);
            return;
        }

        _state |= State.Skipped;
        switch (_tag & 7)
        {
            case 0: input.ReadUInt64(); break;
            case 1: input.ReadFixed64(); break;
            case 2: input.ReadBytes(); break;
            case 5: input.ReadFixed32(); break;
            default: UnknownFieldSet.MergeFieldFrom(null, ref input); break;
        }
    }

    /// <summary>Reads a string.</summary>
    /// <param name="input">Where from.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string Text(ref ParseContext input)
    {
        string text = (_state & State.Strict) != 0 ? StrictText.Read(ref input) : input.ReadString();
        Check(text);
        return text;
    }

    /// <summary>What to throw when a hierarchy has come without a case that is known here.</summary>
    public Exception NoCase()
        => new FieldException("has none of the cases that this program knows. The sender may know more of them: update this program first, then its peers");

    /// <summary>The message that has no fields, for a member that has not come though it cannot be null.</summary>
    /// <typeparam name="T">The type of the member.</typeparam>
    /// <typeparam name="TContract">Its contract.</typeparam>
    /// <param name="number">The number of the member's field.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public T Empty<T, TContract>(int number)
        where TContract : IContract<T>
    {
        uint outer = _tag;
        _tag = (uint)number << 3;
        T value = ContractMessage<T, TContract>.Of(this, ContractMessage<T, TContract>.Slot).ReadEmpty();
        _tag = outer;
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ContractReader Rent(ContractScope scope)
    {
        ContractReader? reader = _current;
        if (reader is null || reader._state != State.None) reader = Another(reader);

        // To look is cheaper than to write.
        if (!ReferenceEquals(reader._scope, scope)) reader.Use(scope);
        return reader;
    }

    /// <summary>Before a value: no field has been read yet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Begin(bool discards) => Begin(discards ? State.Discards : State.None);

    /// <summary>Before a value that is read once more from the beginning, with texts read as bytes, which costs memory.</summary>
    internal void BeginStrictly() => Begin(State.Strict | State.Discards | _state & State.Skipped);

    /// <summary>A number for what each reader has one of.</summary>
    internal static int NewSlot() => Interlocked.Increment(ref _slotCount) - 1;

    /// <summary>What the reader has of that number, if it has it yet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal object? Find(int slot)
    {
        object?[] slots = _slots;
        return (uint)slot < (uint)slots.Length ? slots[slot] : null;
    }

    internal void Keep(int slot, object value)
    {
        if (slot >= _slots.Length) Array.Resize(ref _slots, slot + 1);
        _slots[slot] = value;
    }

    /// <summary>After a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Return()
    {
        _state = State.None;
        if (_outer is not null) _current = _outer;
    }

    /// <summary>After a failure.</summary>
    /// <returns>Where it was.</returns>
    internal string ReturnFailed()
    {
        string path = _path;
        _path = "";
        _depth = 0;

        // What lies there half read, and how large it has become, is not the next value's.
        _slots = [];
        Return();
        return path;
    }

    internal void Count(int items)
    {
        _items += items;
        if ((uint)_items > (uint)Limits.MaxItems) throw TooMany();
    }

    /// <summary>The number of the field that is read; 0 for none.</summary>
    internal int Field => (int)(_tag >> 3);

    /// <summary>Notes the field at which a message could not be read.</summary>
    internal void Fail(string field) => _path = _path.Length == 0 ? field : field + "." + _path;

    /// <summary>Goes into a message; gives what <see cref="Leave"/> takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal uint Enter()
    {
        if (++_depth >= _maxDepth) throw TooDeep();
        uint outer = _tag;
        _tag = 0;
        return outer;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Leave(uint outer)
    {
        _depth--;
        _tag = outer;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Check(string text)
    {
        if (StrictText.HasReplacement(text)) _state |= State.Doubtful;
        if (text.Length > _maxText) throw TooLong(text.Length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Use(ContractScope scope)
    {
        _scope = scope;
        _maxText = scope.Limits.MaxStringLength;
        _maxDepth = scope.Limits.MaxDepth;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Begin(State state)
    {
        _state = state | State.Busy;
        _items = 0;
        _tag = 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ContractReader Another(ContractReader? busy)
        => _current = busy is null ? new ContractReader(null) : busy._inner ??= new ContractReader(busy);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private FieldException TooDeep() => new($"has messages in messages, {_depth + 1} deep: more than ContractLimits.MaxDepth allows");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private FieldException TooMany()
        => new($"the lists and maps have more than {Limits.MaxItems} items together, the most that ContractLimits.MaxItems allows");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private FieldException TooLong(int length)
        => new($"has {length} characters, and ContractLimits.MaxStringLength allows {Limits.MaxStringLength}");
}

/// <summary>A field that is not as it must be; whoever knows the message makes a <see cref="ContractException"/> of it.</summary>
internal sealed class FieldException(string problem) : Exception(problem);
