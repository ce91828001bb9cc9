using System.ComponentModel;
using Google.Protobuf;

namespace Coerce.Dispatch;

/// <summary>What one value that is read has used of its limits, and where in it the reader is. Not thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ContractReader
{
    [ThreadStatic]
    private static ContractReader? _free;

    private int _items;
    private uint _tag;
    private string _path = "";

    private ContractReader()
    {
    }

    internal ActorSystem? System { get; private set; }

    internal ContractLimits Limits { get; private set; } = ContractLimits.Default;

    internal int Depth { get; private set; }

    /// <summary>Whether a text has what protobuf puts for bytes that are no UTF-8. It may have been sent as well: to know is to read once more.</summary>
    internal bool HasReplacement { get; private set; }

    /// <summary>Whether texts are read as bytes, which costs memory.</summary>
    internal bool IsStrict { get; private set; }

    internal string Path => _path;

    /// <summary>Reads the next tag; 0 at the end.</summary>
    /// <param name="input">Where from.</param>
    public uint Next(ref ParseContext input)
    {
        // When there is no tag, the fault is no field's.
        _tag = 0;
        return _tag = input.ReadTag();
    }

    /// <summary>Skips a field that the contract does not know.</summary>
    /// <param name="input">Where from.</param>
    public void Skip(ref ParseContext input)
    {
        // Protobuf takes the two wire types that do not exist for fields of no length.
        if ((_tag & 7) > 5) throw new FieldException($"has the wire type {_tag & 7}, which does not exist");
        UnknownFieldSet.MergeFieldFrom(null, ref input);
    }

    /// <summary>Reads a string.</summary>
    /// <param name="input">Where from.</param>
    public string Text(ref ParseContext input)
    {
        string text;
        if (IsStrict)
        {
            text = StrictText.Read(input.ReadBytes().Span);
        }
        else
        {
            text = input.ReadString();
            HasReplacement |= text.Contains(StrictText.Replacement);
        }

        if (text.Length > Limits.MaxStringLength) throw TooLong(text.Length);
        return text;
    }

    /// <summary>What to throw when a hierarchy has come without a case that is known here.</summary>
    public Exception NoCase()
        => new FieldException("has none of the cases that this program knows. The sender may know more of them: update this program first, then its peers");

    /// <summary>The message that has no fields, for a member that has not come though it cannot be null.</summary>
    /// <typeparam name="T">The type of the member.</typeparam>
    /// <typeparam name="TContract">Its contract.</typeparam>
    /// <param name="number">The number of the member's field.</param>
    public T Empty<T, TContract>(int number)
        where TContract : IContract<T>
    {
        _tag = (uint)number << 3;
        ContractMessage<T, TContract> message = ContractMessage<T, TContract>.Rent(this);
        message.Parse([]);
        T value = message.Value!;
        message.Return();
        return value;
    }

    internal static ContractReader Rent(ActorSystem? system, ContractLimits limits, bool isStrict)
    {
        ContractReader reader = _free ?? new ContractReader();
        _free = null;
        reader.System = system;
        reader.Limits = limits;
        reader.Depth = reader._items = 0;
        reader._tag = 0;
        reader.HasReplacement = false;
        reader.IsStrict = isStrict;
        reader._path = "";
        return reader;
    }

    internal void Return()
    {
        System = null;
        _free = this;
    }

    internal void Count(int items)
    {
        _items += items;
        if (_items > Limits.MaxItems || _items < 0)
            throw new FieldException($"the lists and maps have more than {Limits.MaxItems} items together, the most that ContractLimits.MaxItems allows");
    }

    /// <summary>Goes into a message; gives what <see cref="Leave"/> takes.</summary>
    internal uint Enter()
    {
        if (++Depth > Limits.MaxDepth)
            throw new FieldException($"has messages in messages, {Depth} deep: more than ContractLimits.MaxDepth allows");
        uint outer = _tag;
        _tag = 0;
        return outer;
    }

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

    private FieldException TooLong(int length)
        => new($"has {length} characters, and ContractLimits.MaxStringLength allows {Limits.MaxStringLength}");
}

/// <summary>A field that is not as it must be; whoever knows the message makes a <see cref="ContractException"/> of it.</summary>
internal sealed class FieldException(string problem) : Exception(problem);
