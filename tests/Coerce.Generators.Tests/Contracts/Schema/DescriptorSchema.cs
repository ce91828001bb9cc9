using Coerce.CodeAnalysis;
using Coerce.CodeAnalysis.Contracts;
using Google.Protobuf.Reflection;

namespace Coerce.Generators.Tests.Contracts;

/// <summary>The schema that protoc reads in a file.</summary>
internal static class DescriptorSchema
{
    public static Schema Of(FileDescriptorProto file)
    {
        var messages = new List<SchemaMessage>();
        var enums = new List<SchemaEnum>();
        enums.AddRange(file.EnumType.Select(one => Enum(one, "")));
        foreach (DescriptorProto message in file.MessageType) Add(message, "", messages, enums);
        return new Schema(
            file.Package, file.Dependency.ToEquatableArray(), messages.ToEquatableArray(), enums.ToEquatableArray(),
            file.Service.Select(service => new SchemaService(service.Name, service.Method.Select(method => new SchemaMethod(
                method.Name, (method.ClientStreaming ? "stream " : "") + method.InputType[1..], method.OutputType[1..], method.ServerStreaming)).ToEquatableArray())).ToEquatableArray());
    }

    private static void Add(DescriptorProto message, string scope, List<SchemaMessage> messages, List<SchemaEnum> enums)
    {
        messages.Add(new SchemaMessage(
            scope + message.Name,
            message.Field.Select(field => Field(message, field)).ToEquatableArray(),
            message.ReservedRange.Select(range => new NumberRange(range.Start, range.End - 1)).ToEquatableArray(),
            message.ReservedName.ToEquatableArray()));
        enums.AddRange(message.EnumType.Select(one => Enum(one, scope + message.Name + ".")));
        foreach (DescriptorProto nested in message.NestedType.Where(nested => nested.Options is not { MapEntry: true }))
        {
            Add(nested, scope + message.Name + ".", messages, enums);
        }
    }

    private static SchemaEnum Enum(EnumDescriptorProto one, string scope) => new(
        scope + one.Name,
        one.Value.Select(value => new SchemaEnumValue(value.Name, value.Number)).ToEquatableArray(),
        one.ReservedRange.Select(range => new NumberRange(range.Start, range.End)).ToEquatableArray(),
        one.ReservedName.ToEquatableArray());

    private static SchemaField Field(DescriptorProto message, FieldDescriptorProto field)
    {
        DescriptorProto? entry = message.NestedType.SingleOrDefault(nested => nested.Options is { MapEntry: true } && field.TypeName.EndsWith("." + nested.Name));
        SchemaLabel label = entry is not null ? SchemaLabel.Map
            : field.Label == FieldDescriptorProto.Types.Label.Repeated ? SchemaLabel.Repeated
            : field.Proto3Optional ? SchemaLabel.Optional
            : SchemaLabel.Singular;
        return new SchemaField(
            field.Name, field.Number, label, Type(entry is null ? field : entry.Field[1]), entry is null ? null : Type(entry.Field[0]),
            field.HasOneofIndex && !field.Proto3Optional ? message.OneofDecl[field.OneofIndex].Name : null);
    }

    private static string Type(FieldDescriptorProto field) => field.TypeName.Length > 0 ? field.TypeName[1..] : field.Type.ToString().ToLowerInvariant();
}
