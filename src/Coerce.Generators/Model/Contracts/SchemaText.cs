using Coerce.CodeAnalysis;
using Coerce.CodeAnalysis.Contracts;

namespace Coerce.Generators.Model;

/// <summary>Contracts in the words of protobuf.</summary>
internal sealed class SchemaText
{
    private readonly string _package;

    internal SchemaText(string package) => _package = package;

    internal Schema Of(ContractsModel contracts)
    {
        // On the wire a converted type is what its converter makes of it.
        ContractModel[] messages = [.. contracts.Contracts.Where(contract => contract.Form != ContractForm.Converted)];
        return new Schema(
            _package,
            messages.SelectMany(Imports).Concat(contracts.Imports).Distinct().ToEquatableArray(),
            Each(messages.Select(Message), message => message.Name),
            Each(contracts.Enums.Select(Enum), one => one.Name),
            Each(contracts.Services.Select(Service), service => service.Name));
    }

    // Names that clash are an error of the build, which goes on to its end all the same.
    private static EquatableArray<T> Each<T>(IEnumerable<T> items, Func<T, string> name)
        where T : IEquatable<T>
        => items.GroupBy(name, StringComparer.Ordinal).Select(group => group.First()).ToEquatableArray();

    internal string Full(string message) => _package.Length == 0 ? message : _package + "." + message;

    private static IEnumerable<string> Imports(ContractModel contract)
        => contract.Members.Select(member => member.Item).Concat(contract.Cases.Select(one => one.Item))
            .Select(item => item.Import)
            .Where(import => import.Length > 0);

    private SchemaMessage Message(ContractModel contract)
        => new(
            ContractNames.Legal(contract.Message),
            contract.Form == ContractForm.Union
                ? contract.Cases.Select(one => new SchemaField(one.Field, 0, SchemaLabel.Singular, Type(one.Item), OneOf: "case")).ToEquatableArray()
                : contract.Members.Select(Field).ToEquatableArray());

    private SchemaField Field(ContractMemberModel member)
        => new(
            member.Field,
            0,
            member.Label switch
            {
                MemberLabel.List => SchemaLabel.Repeated,
                MemberLabel.Map => SchemaLabel.Map,

                // A message is there or not, whatever its label says.
                MemberLabel.Optional when member.Item.Message.Length == 0 || member.Item.Form == WireForm.Enum => SchemaLabel.Optional,
                _ => SchemaLabel.Singular,
            },
            Type(member.Item),
            member.Key is { } key ? key.Form == WireForm.Enum ? "int32" : Type(key) : null);

    private static SchemaEnum Enum(ContractEnumModel one)
        => new(
            ContractNames.Legal(one.Message),
            one.Values.Select(value => new SchemaEnumValue(ProtoNames.EnumValue(one.Message, value.Name), value.Number)).ToEquatableArray());

    private SchemaService Service(ContractServiceModel service)
        => new(
            service.Name,
            service.Methods.Select(method => new SchemaMethod(method.Name, Named(method.Input), Named(method.Output), method.IsStream)).ToEquatableArray());

    private string Named(string message) => message[0] == '.' ? message.Substring(1) : Full(ContractNames.Legal(message));

    private string Type(WireModel wire) => wire.Form switch
    {
        WireForm.Bool => "bool",
        WireForm.Int32 or WireForm.Date or WireForm.Int16 or WireForm.SByte => "int32",
        WireForm.Int64 => "int64",
        WireForm.UInt32 or WireForm.UInt16 or WireForm.Byte or WireForm.Char => "uint32",
        WireForm.UInt64 => "uint64",
        WireForm.Float => "float",
        WireForm.Double => "double",
        WireForm.String or WireForm.Uri => "string",
        WireForm.Guid or WireForm.ArrayBytes or WireForm.ImmutableBytes or WireForm.MemoryBytes => "bytes",
        _ => wire.Import.Length > 0 ? wire.Message : Full(ContractNames.Legal(wire.Message)),
    };
}
