using Coerce.CodeAnalysis;
using Coerce.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Generators.Parsing;

/// <summary>Reads how values lie in fields.</summary>
internal sealed class WireReader
{
    private readonly ContractGraph _graph;
    private readonly TypeReader _types;

    internal WireReader(ContractGraph graph, Compilation compilation)
    {
        _graph = graph;
        _types = new TypeReader(compilation, new TypeReach(compilation, compilation.ObjectType, isRefNested: true));
    }

    internal ContractMemberModel Read(MemberShape member, string property, string field) => Read(member, property, field, SyntaxOf(member.Symbol));

    /// <param name="member">The member.</param>
    /// <param name="property">Its name in C#.</param>
    /// <param name="field">Its name on the wire.</param>
    /// <param name="syntax">Its type as it is written, where that may name a ref.</param>
    internal ContractMemberModel Read(MemberShape member, string property, string field, TypeSyntax? syntax)
        => new(
            property,
            field,
            TextOf(member.Type, syntax),
            member.Label,
            member.Collection,
            Read(member.Item, member.Label is MemberLabel.List or MemberLabel.Map ? ItemOf(syntax) : WithoutNull(syntax)),
            member.Key is { } key ? Read(key, null) : null,
            member.Type.IsReferenceType,
            member.Parameter,
            member.IsSensitive);

    /// <summary>What is sent by itself: one value, not nullable.</summary>
    internal WireModel ReadValue(WireShape wire, TypeSyntax? syntax) => Read(wire, WithoutNull(syntax));

    /// <summary>The type of what a handler replies, as it is written.</summary>
    internal TypeSyntax? SyntaxOfReply(HandlerSignature handler)
    {
        TypeSyntax? written = (SourceOrder.Syntax(handler.Method) as MethodDeclarationSyntax)?.ReturnType;
        return handler.ReplyKind == ReplyKind.Value ? written : _types.ArgumentOf(written);
    }

    /// <summary>A type that is no member of anything.</summary>
    internal WireModel Read(INamedTypeSymbol type) => Read(_graph.Types.Of(type), null);

    internal WireModel Read(WireShape wire, TypeSyntax? syntax)
    {
        TypeText text = TextOf(wire.Type.WithNullableAnnotation(NullableAnnotation.None), syntax);
        return new WireModel(
            wire.Form,
            text,
            wire is { Form: WireForm.Message, Type: INamedTypeSymbol message } ? CodecOf(message) : "",
            MessageOf(wire),
            ImportOf(wire),
            wire.Type is INamedTypeSymbol { EnumUnderlyingType.SpecialType: SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 },
            wire.Type.IsValueType,
            wire.IsPackable);
    }

    private static string CodecOf(INamedTypeSymbol type)
        => "global::" + Identifiers.EscapePath(ContractNames.NamespaceOf(type)) + "." + Identifiers.Escape(ContractNames.CodecOf(type));

    private string ImportOf(WireShape wire) => wire switch
    {
        { Form: WireForm.Timestamp } => "google/protobuf/timestamp.proto",
        { Form: WireForm.Duration or WireForm.Time } => "google/protobuf/duration.proto",
        { Form: WireForm.Decimal or WireForm.Ref or WireForm.ProtocolRef } => "coerce/coerce.proto",
        { Form: WireForm.Message, Type: INamedTypeSymbol type } => _graph.Of(type) switch
        {
            { Form: ContractForm.Converted, Data: { } data } => ImportOf(data),
            { Form: ContractForm.Foreign } => type.ContainingAssembly.Name + "/contracts.proto",
            _ => "",
        },
        _ => "",
    };

    // On the wire a converted type is what its converter makes of it.
    private string MessageOf(WireShape wire) => wire switch
    {
        { Form: WireForm.Message, Type: INamedTypeSymbol type } => _graph.Of(type) switch
        {
            { Form: ContractForm.Converted, Data: { } data } => MessageOf(data),
            { Form: ContractForm.Foreign } => ContractNames.FindCodec(type) is { } codec ? ContractNames.MessageOfCodec(codec) ?? "" : "",
            _ => ContractNames.MessageOf(type, _graph.Types.Vouches),
        },
        { Form: WireForm.Enum, Type: INamedTypeSymbol type } => ContractNames.MessageOf(type, _graph.Types.Vouches),
        { Form: WireForm.Timestamp } => "google.protobuf.Timestamp",
        { Form: WireForm.Duration or WireForm.Time } => "google.protobuf.Duration",
        { Form: WireForm.Decimal } => "coerce.Decimal",
        { Form: WireForm.Ref or WireForm.ProtocolRef } => "coerce.ActorRef",
        _ => "",
    };

    private TypeText TextOf(ITypeSymbol type, TypeSyntax? syntax) => _types.Read(type, syntax);

    /// <summary>The type of a member or parameter, as it is written.</summary>
    internal static TypeSyntax? SyntaxOf(ISymbol symbol) => symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
    {
        PropertyDeclarationSyntax property => property.Type,
        ParameterSyntax parameter => parameter.Type,
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax field } => field.Type,
        _ => null,
    };

    private static TypeSyntax? WithoutNull(TypeSyntax? syntax) => syntax is NullableTypeSyntax nullable ? nullable.ElementType : syntax;

    // The item of a list, the value of a map.
    private static TypeSyntax? ItemOf(TypeSyntax? syntax) => syntax switch
    {
        ArrayTypeSyntax array => array.ElementType,
        GenericNameSyntax generic => generic.TypeArgumentList.Arguments.Last(),
        QualifiedNameSyntax qualified => ItemOf(qualified.Right),
        AliasQualifiedNameSyntax qualified => ItemOf(qualified.Name),
        _ => null,
    };
}
