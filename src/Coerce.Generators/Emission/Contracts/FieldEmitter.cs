using Coerce.CodeAnalysis;
using Coerce.Generators.Model;

namespace Coerce.Generators.Emission;

/// <summary>A member of a message as generated code: how it is measured, written, read and shown.</summary>
internal sealed class FieldEmitter
{
    private readonly ContractMemberModel _member;
    private readonly string _local;
    private readonly int _number;

    /// <param name="member">The member.</param>
    /// <param name="local">The local variable for it.</param>
    /// <param name="number">The number of the field.</param>
    internal FieldEmitter(ContractMemberModel member, string local, int number)
    {
        _member = member;
        _local = local;
        _number = number;
    }

    internal string Local => _local;

    private WireModel Item => _member.Item;

    private string Wire => WireText.Of(Item);

    private string Value => _member.Property.Length == 0 ? "value" : "value." + _member.Property;

    private string MapTypes => $"<{_member.Key!.Type.Text}, {Item.Type.Text}, {WireText.Of(_member.Key)}, {Wire}>";

    private int Tag(bool isPacked) => (_number << 3) | (isPacked || _member.Label == MemberLabel.Map ? 2 : WireText.WireType(Item));

    private int TagSize => Bytes(Tag(isPacked: false)).Length;

    // A list is asked for once for each item.
    private string NotNull => _member.IsReference ? $"{Value} ?? throw global::Coerce.Dispatch.ContractFaults.Null()" : Value;

    internal void Size(CodeWriter writer)
    {
        switch (_member.Label)
        {
            case MemberLabel.List:
                writer.Write($"size += {ListType}.Size({TagSize}, global::Coerce.Dispatch.ItemSpan.Of({NotNull}));");
                break;

            case MemberLabel.Map:
                writer.Write($"size += global::Coerce.Dispatch.MapField{MapTypes}.Size({TagSize}, {NotNull});");
                break;

            case MemberLabel.Optional when Item.Form == WireForm.String:
                writer.Write($"size += global::Coerce.Dispatch.TextField.Optional({TagSize}, {Value});");
                break;

            case MemberLabel.Optional:
                writer.Write($"if ({Value} is {{ }} {_local}) size += {TagSize} + {WireText.Size(Item, _local)};");
                break;

            case MemberLabel.Plain when Item.Form == WireForm.String:
                writer.Write($"size += global::Coerce.Dispatch.TextField.Size({TagSize}, {Value});");
                break;

            default:
                writer.Write($"var {_local} = {NotNull};");
                writer.Write($"{Condition}size += {TagSize} + {WireText.Size(Item, _local)};");
                break;
        }
    }

    internal void Write(CodeWriter writer)
    {
        switch (_member.Label)
        {
            case MemberLabel.List:
                writer.Write($"{ListType}.Write(ref output, {Tag(Item.IsPackable)}, global::Coerce.Dispatch.ItemSpan.Of({Value}));");
                break;

            case MemberLabel.Map:
                writer.Write($"global::Coerce.Dispatch.MapField{MapTypes}.Write(ref output, {Tag(isPacked: false)}, {Value});");
                break;

            case MemberLabel.Optional:
                writer.Open($"if ({Value} is {{ }} {_local})");
                WriteValue(writer);
                writer.Close();
                break;

            default:
                writer.Write($"var {_local} = {Value};");
                if (Condition.Length == 0)
                {
                    WriteValue(writer);
                    break;
                }

                writer.Open(Condition.TrimEnd());
                WriteValue(writer);
                writer.Close();
                break;
        }
    }

    /// <summary>The variable that takes what is read.</summary>
    internal string Declaration => _member.Label switch
    {
        MemberLabel.List => $"var {_local} = default(global::Coerce.Dispatch.ItemReader<{Item.Type.Text}>);",
        MemberLabel.Map => $"global::System.Collections.Generic.Dictionary<{_member.Key!.Type.Text}, {Item.Type.Text}>? {_local} = null;",
        MemberLabel.Optional => $"{Item.Type.Text}? {_local} = null;",
        _ => WireText.Default(Item) is { } value ? $"{Item.Type.Text} {_local} = {value};" : $"{Item.Type.Text}? {_local} = null;",
    };

    /// <summary>The cases of the switch over tags.</summary>
    internal void Read(CodeWriter writer)
    {
        if (_member.Label == MemberLabel.List && Item.IsPackable)
        {
            writer.Write($"case {Tag(isPacked: true)}:");
            writer.Write($"case {Tag(isPacked: false)}: {_local}.ReadPacked<{WireText.Raw(Item)}, {Wire}>(ref input, reader); break;");
            return;
        }

        string read = _member.Label switch
        {
            MemberLabel.List => $"{_local}.Read<{Wire}>(ref input, reader)",
            MemberLabel.Map => $"global::Coerce.Dispatch.MapField{MapTypes}.Read(ref input, reader, ref {_local})",
            _ => $"{_local} = {WireText.Read(Item)}",
        };
        writer.Write($"case {Tag(isPacked: false)}: {read}; break;");
    }

    /// <summary>The value, once all has been read.</summary>
    internal string Result => _member.Label switch
    {
        MemberLabel.List => _local + ListResult,
        MemberLabel.Map => MapResult,
        MemberLabel.Optional => _local,
        _ => WireText.Default(Item) is null ? $"{_local} ?? reader.Empty<{Item.Type.Text}, {WireText.Contract(Item)}>({_number})" : _local,
    };

    internal void Show(CodeWriter writer, string name)
    {
        string start = "global::Coerce.Dispatch.ContractJson.";
        writer.Write(_member switch
        {
            { IsSensitive: true } => $"{start}Masked(json, \"{name}\");",
            { Label: MemberLabel.List } => $"{start}List<{Item.Type.Text}, {Wire}>(json, \"{name}\", global::Coerce.Dispatch.ItemSpan.Of({Value}));",
            { Label: MemberLabel.Map } => $"{start}Map{MapTypes}(json, \"{name}\", {Value});",
            { Label: MemberLabel.Optional, Item.IsValueType: true } => $"{start}Optional<{Item.Type.Text}, {Wire}>(json, \"{name}\", {Value});",
            _ => $"{start}Member<{Item.Type.Text}, {Wire}>(json, \"{name}\", {Value});",
        });
    }

    /// <summary>The bytes of a number on the wire, as arguments.</summary>
    internal static int[] Bytes(int tag)
    {
        var bytes = new List<int>();
        uint rest = (uint)tag;
        for (; rest > 127; rest >>= 7) bytes.Add((int)((rest & 127) | 128));
        bytes.Add((int)rest);
        return [.. bytes];
    }

    private string ListType => $"global::Coerce.Dispatch.{(Item.IsPackable ? "PackedField" : "ListField")}<{Item.Type.Text}, {Wire}>";

    private string Condition => WireText.IsWritten(Item, _local) is { } condition ? $"if ({condition}) " : "";

    private void WriteValue(CodeWriter writer)
    {
        writer.Write($"output.WriteRawTag({string.Join(", ", Bytes(Tag(isPacked: false)))});");
        writer.Write(WireText.Write(Item, _local) + ";");
    }

    private string ListResult => _member.Collection switch
    {
        CollectionForm.ImmutableArray => ".ToImmutableArray()",
        CollectionForm.List => ".ToList()",
        CollectionForm.ImmutableList => ".ToImmutableList()",
        CollectionForm.HashSet => ".ToHashSet()",
        CollectionForm.ImmutableHashSet => ".ToImmutableHashSet()",
        CollectionForm.FrozenSet => ".ToFrozenSet()",
        _ => ".ToArray()",
    };

    // Texts that a culture takes for the same are two keys all the same.
    private string KeyOrder => _member.Key!.Form == WireForm.String ? ", global::System.StringComparer.Ordinal" : "";

    private string MapResult
    {
        get
        {
            string types = $"<{_member.Key!.Type.Text}, {Item.Type.Text}>";
            return _member.Collection switch
            {
                CollectionForm.ImmutableDictionary => Copied("Immutable", "ImmutableDictionary", ""),
                CollectionForm.ImmutableSortedDictionary => Copied("Immutable", "ImmutableSortedDictionary", KeyOrder),
                CollectionForm.FrozenDictionary => Copied("Frozen", "FrozenDictionary", ""),
                _ => $"{_local} ?? new global::System.Collections.Generic.Dictionary{types}()",
            };

            string Copied(string space, string type, string order)
            {
                string name = $"global::System.Collections.{space}.{type}";
                string empty = order.Length == 0 ? $"{name}{types}.Empty" : $"{name}.Create{types}({order.Substring(2)})";
                return $"{_local} is null ? {empty} : {name}.To{type}({_local}{order})";
            }
        }
    }
}
