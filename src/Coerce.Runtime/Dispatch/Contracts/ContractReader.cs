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

    // Of the value in whose midst, by a converter, another one is read.
    private ContractReader? _outer;
    private bool _isBusy;

    private bool _isStrict;

    private int _items;
    private uint _tag;
    private string _path = "";

    private ContractReader()
    {
    }

    /// <summary>That of the value that this thread reads.</summary>
    internal static ContractReader Current => _current!;

    internal ActorSystem? System { get; private set; }

    internal ContractLimits Limits { get; private set; } = ContractLimits.Default;

    internal int Depth { get; private set; }

    /// <summary>Whether a text has what protobuf puts for bytes that are no UTF-8. It may have been sent as well: to know is to read strictly.</summary>
    internal bool IsDoubtful { get; private set; }

    /// <summary>Whether protobuf has been told that fields that nobody knows are not kept: it then skips them without making anything of them.</summary>
    internal bool Discards { get; set; }

    /// <summary>Whether there were such fields.</summary>
    internal bool HasSkipped { get; private set; }

    /// <summary>The object that was read last, for whoever takes it away.</summary>
    internal object? Result { get; set; }


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
        if (Discards)
        {
            UnknownFieldSet.MergeFieldFrom(null, ref input);
            return;
        }

        HasSkipped = true;
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
    [MethodImpl(MethodImplOptions.NoInlining)]
    public string Text(ref ParseContext input)
    {
        string text = _isStrict ? StrictText.Read(ref input) : input.ReadString();
        if (StrictText.HasReplacement(text)) IsDoubtful = true;
        return text.Length <= Limits.MaxStringLength ? text : throw TooLong(text.Length);
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
        _tag = (uint)number << 3;
        ContractMessage<T, TContract>.Instance.MergeFrom(ReadOnlySpan<byte>.Empty);
        return ContractMessage<T, TContract>.Take(this);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ContractReader Rent(ActorSystem? system, ContractLimits limits)
    {
        ContractReader? reader = _current;
        if (reader is null || reader._isBusy) reader = Another(reader);
        reader._isBusy = true;
        reader.System = system;
        reader.Limits = limits;
        reader.Discards = true;
        return reader;
    }

    /// <summary>After a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Return()
    {
        System = null;
        _items = 0;
        HasSkipped = IsDoubtful = _isStrict = _isBusy = false;
        if (_outer is not null) _current = _outer;
    }

    /// <summary>After a failure.</summary>
    /// <returns>Where it was.</returns>
    internal string ReturnFailed()
    {
        string path = _path;
        _path = "";
        _tag = 0;
        Depth = 0;
        Result = null;
        Return();
        return path;
    }

    /// <summary>Once more from the beginning, with texts read as bytes, which costs memory.</summary>
    internal void BeginStrictly()
    {
        _items = 0;
        _isStrict = true;
        Discards = true;
    }

    internal void Count(int items)
    {
        _items += items;
        if (_items > Limits.MaxItems || _items < 0)
            throw new FieldException($"the lists and maps have more than {Limits.MaxItems} items together, the most that ContractLimits.MaxItems allows");
    }

    /// <summary>Goes into a message; gives what <see cref="Leave"/> takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal uint Enter()
    {
        if (++Depth > Limits.MaxDepth) throw TooDeep();
        uint outer = _tag;
        _tag = 0;
        return outer;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Leave(uint outer)
    {
        Depth--;
        _tag = outer;
    }

    /// <summary>Notes the field at which a message could not be read.</summary>
    internal void Fail<T, TContract>()
        where TContract : IContract<T>
    {
        if (_tag == 0) return;
        string field = TContract.FieldName((int)(_tag >> 3));
        _path = _path.Length == 0 ? field : field + "." + _path;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ContractReader Another(ContractReader? busy) => _current = new ContractReader { _outer = busy };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private FieldException TooDeep() => new($"has messages in messages, {Depth} deep: more than ContractLimits.MaxDepth allows");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private FieldException TooLong(int length)
        => new($"has {length} characters, and ContractLimits.MaxStringLength allows {Limits.MaxStringLength}");
}

/// <summary>A field that is not as it must be; whoever knows the message makes a <see cref="ContractException"/> of it.</summary>
internal sealed class FieldException(string problem) : Exception(problem);
