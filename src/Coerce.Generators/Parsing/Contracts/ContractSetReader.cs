using System.Collections.Immutable;
using Coerce.CodeAnalysis;
using Coerce.CodeAnalysis.Contracts;
using Coerce.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Generators.Parsing;

/// <summary>Reads what can leave the process: of an actor, or of a type with <c>[Contract]</c>. No symbol leaves this class.</summary>
internal sealed class ContractSetReader
{
    private readonly ContractGraph _graph;
    private readonly WireReader _wires;
    private readonly Dictionary<string, ContractModel> _contracts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ContractEnumModel> _enums = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _scalars = new(StringComparer.Ordinal);
    private readonly List<WireModel> _refs = [];
    private readonly SortedSet<string> _imports = new(StringComparer.Ordinal);

    private ContractSetReader(Compilation compilation)
    {
        _graph = ContractGraph.Of(compilation);
        _wires = new WireReader(_graph, compilation);
    }

    /// <summary>What a type with the attribute adds; null for nothing.</summary>
    internal static ContractSetModel? Read(INamedTypeSymbol type, Compilation compilation)
    {
        if (!CanWrite(compilation)) return null;

        var reader = new ContractSetReader(compilation);

        // A generic type has a contract for each closed form, where that is used. On an actor it is the name of its service.
        if (type.IsGenericType || KnownAttributes.IsActor(type) || type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Enum)) return null;
        if (type.TypeKind == TypeKind.Enum) reader.AddEnum(type);
        else if (reader._graph.Types.Of(type).Form == WireForm.Message && reader._graph.FindFault(type, "") is null) reader.AddClosure(type);
        return reader.ToModel(null);
    }

    /// <summary>What an actor adds; null for one that nobody else can know.</summary>
    internal static ContractSetModel? Read(ActorShape shape, Compilation compilation)
    {
        if (!ContractRoots.IsReachable(shape) || !CanWrite(compilation)) return null;

        var reader = new ContractSetReader(compilation);
        string scope = ContractNames.MessageOf(shape.Actor, reader._graph.Types.Vouches);
        var methods = new List<ContractMethodModel>();
        foreach (HandlerSignature handler in ContractRoots.HandlersOf(shape))
        {
            if (reader.ReadHandler(handler, shape.Actor, scope) is { } method) methods.Add(method);
        }

        // The names of methods: those of the messages, told apart where two are the same.
        var names = new HashSet<string>(StringComparer.Ordinal);
        ContractMethodModel[] unique =
        [
            .. methods.Select(method => method with { Name = Identifiers.Unique(method.Name, names) }).Where(method => names.Add(method.Name)),
        ];
        return reader.ToModel(new ContractServiceModel(ContractNames.ServiceOf(scope), SymbolText.FullName(shape.Actor), unique.ToEquatableArray()));
    }

    // A project may keep the library from coming along with ours.
    private static bool CanWrite(Compilation compilation) => compilation.GetTypeByMetadataName("Google.Protobuf.WriteContext") is not null;

    private ContractSetModel ToModel(ContractServiceModel? service)
        => new(_contracts.Values.ToEquatableArray(), _enums.Values.ToEquatableArray(), service, _scalars.ToEquatableArray(), _refs.ToEquatableArray(), _imports.ToEquatableArray());

    private ContractMethodModel? ReadHandler(HandlerSignature handler, INamedTypeSymbol actor, string scope)
    {
        string name = handler.Style == HandlerStyle.Method ? handler.Name : (handler.Message as INamedTypeSymbol)?.Name ?? "";
        string? input = handler.Style == HandlerStyle.Method
            ? AddGenerated(handler, actor, scope)
            : AddValue(handler.Method, handler.Message!, WireReader.SyntaxOf(ContractRoots.PayloadOf(handler).First().Symbol), null, scope, actor);
        if (handler.Reply is null) _imports.Add("google/protobuf/empty.proto");
        string? output = handler.Reply is null ? ".google.protobuf.Empty" : AddValue(handler.Method, handler.Reply, _wires.SyntaxOfReply(handler), name + "Reply", scope, actor);
        if (input is null || output is null) return null;

        return new ContractMethodModel(ProtoNames.Type(name), input, output, handler.ReplyKind == ReplyKind.Stream);
    }

    /// <summary>The message of a handler that is written as a method.</summary>
    private string? AddGenerated(HandlerSignature handler, INamedTypeSymbol actor, string scope)
    {
        var properties = new PropertyNames(handler.Name);
        MemberShape[] members =
        [
            .. ContractRoots.PayloadOf(handler).Select(parameter => _graph.Members.Of(parameter.Symbol, properties.Next(parameter.Symbol.Name), parameter.Symbol.Type)),
        ];
        for (int i = 0; i < members.Length; i++) members[i].Parameter = i;

        if (members.Any(member => _graph.FindFault(member, member.Name) is not null)) return null;

        foreach (MemberShape member in members) AddParts(member);
        string message = scope + "." + ProtoNames.Type(handler.Name);
        string type = $"{SymbolText.FullName(actor)}.Messages.{Identifiers.Escape(handler.Name)}";
        Add(new ContractModel(
            TypeText.Fixed(type, handler.Name, Reach.AsRef, NullStyle.Value),
            ContractNames.NamespaceOf(actor),
            ContractNames.CodecOf(actor, "Messages_" + handler.Name),
            IsPublic: IsPublic(actor) && members.All(member => IsPublic(member.Type)),
            message,
            ContractForm.Record,
            IsOpen: false,
            IsReference: false,
            IsBare: false,
            IsTuple: false,
            ReadMembers(members),
            default,
            null,
            null) { Actor = SymbolText.FullName(actor) });
        return message;
    }

    /// <summary>What is sent or replied as it is; null when it cannot leave.</summary>
    private string? AddValue(ISymbol place, ITypeSymbol type, TypeSyntax? syntax, string? wrapper, string scope, INamedTypeSymbol actor)
    {
        MemberShape value = _graph.Members.Of(place, "Value", type);
        if (_graph.FindFault(value, "") is not null) return null;

        AddParts(value);
        if (value is { Label: MemberLabel.Plain, Item: { Form: WireForm.Message, Type: INamedTypeSymbol message } })
        {
            WireModel wire = _wires.Read(message);
            if (wire.Import.Length > 0) _imports.Add(wire.Import);
            return (wire.Import.Length > 0 ? "." : "") + wire.Message;
        }

        if (value.Label == MemberLabel.Plain && _wires.ReadValue(value.Item, syntax) is { Import.Length: > 0 } known)
        {
            if (known.Form is WireForm.Timestamp or WireForm.Duration or WireForm.Decimal)
                _scalars.Add($"{SymbolText.FullName(value.Item.Type)}, global::Coerce.Dispatch.{value.Item.Form}Contract");
            else if (known.Form is WireForm.Ref or WireForm.ProtocolRef)
                _refs.Add(known);
            _imports.Add(known.Import);
            return "." + known.Message;
        }

        if (value.Label == MemberLabel.Plain && ScalarNames.Of(value.Item.Form) is { } scalar)
        {
            _scalars.Add($"{SymbolText.FullName(value.Item.Type)}, global::Coerce.Dispatch.ScalarContract<{SymbolText.FullName(value.Item.Type)}, global::Coerce.Dispatch.{value.Item.Form}Wire>");
            _imports.Add("google/protobuf/wrappers.proto");
            return "." + scalar;
        }

        if (wrapper is null) return null;

        // Lists, maps, nullables and the like: a reply that is made for them. As a message they have no name that a peer could send.
        string reply = scope + "." + ProtoNames.Type(wrapper);
        ContractMemberModel member = _wires.Read(value, "", "value", syntax);
        Add(new ContractModel(
            member.Type,
            ContractNames.NamespaceOf(actor),
            ContractNames.CodecOf(actor, wrapper),
            IsPublic: false,
            reply,
            ContractForm.Record,
            IsOpen: false,
            IsReference: false,
            IsBare: true,
            IsTuple: false,
            EquatableArray.Of(member),
            default,
            null,
            null) { Actor = SymbolText.FullName(actor) });
        return reply;
    }

    private void AddParts(MemberShape member)
    {
        if (member.Item is { Form: WireForm.Enum, Type: INamedTypeSymbol named }) AddEnum(named);
        if (member.Item is { Form: WireForm.Message, Type: INamedTypeSymbol type }) AddClosure(type);
    }

    private void AddClosure(INamedTypeSymbol root)
    {
        foreach (ContractShape shape in _graph.Closure(root))
        {
            if (shape.Form == ContractForm.Foreign) continue;

            foreach (MemberShape member in shape.Members)
            {
                if (member.Item is { Form: WireForm.Enum, Type: INamedTypeSymbol named }) AddEnum(named);
            }

            Add(ReadShape(shape));
        }
    }

    private ContractModel ReadShape(ContractShape shape)
    {
        INamedTypeSymbol type = shape.Type;
        IReadOnlyList<string> cases = ProtoNames.Fields(shape.Cases.Select(one => one.Name));
        return new ContractModel(
            TypeText.Fixed(SymbolText.FullName(type), SymbolText.ShortName(type), Reach.AsRef, type.IsValueType ? NullStyle.Value : NullStyle.Reference),
            ContractNames.NamespaceOf(type),
            ContractNames.CodecOf(type),
            // A closed form of a generic type may be made in several assemblies.
            IsPublic: IsPublic(type) && !type.IsGenericType && _graph.Types.IsOwn(type),
            ContractNames.MessageOf(type, _graph.Types.Vouches),
            shape.Form,
            shape.IsOpen,
            IsReference: type.IsReferenceType,
            IsBare: false,
            type.IsTupleType,
            ReadMembers(shape.Members),
            shape.Cases.Select((one, index) => new ContractCaseModel(cases[index], _wires.Read(one))).ToEquatableArray(),
            shape.Converter is null ? null : SymbolText.FullName(shape.Converter),
            shape.Converter is null ? null : _wires.Read(shape.Data, null));
    }

    private EquatableArray<ContractMemberModel> ReadMembers(IReadOnlyList<MemberShape> members)
    {
        IReadOnlyList<string> fields = ProtoNames.Fields(members.Select(member => member.Name));
        return members.Select((member, index) => _wires.Read(member, Identifiers.Escape(member.Name), fields[index])).ToEquatableArray();
    }

    private void AddEnum(INamedTypeSymbol type)
    {
        string message = ContractNames.MessageOf(type, _graph.Types.Vouches);
        string name = SymbolText.FullName(type);
        _enums[name] = new ContractEnumModel(
            message,
            name,
            type.GetMembers().OfType<IFieldSymbol>()
                .Where(field => field.HasConstantValue)
                .Select(field => new ContractEnumValue(field.Name, unchecked((int)Convert.ToInt64(field.ConstantValue, System.Globalization.CultureInfo.InvariantCulture))))
                .ToEquatableArray());
    }

    private void Add(ContractModel contract) => _contracts[contract.HintName + contract.Actor] = contract;

    private static bool IsPublic(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsPublic(array.ElementType),
        INamedTypeSymbol named and not IErrorTypeSymbol => named.DeclaredAccessibility == Accessibility.Public
            && (named.ContainingType is not { } outer || IsPublic(outer))
            && named.TypeArguments.All(IsPublic),
        _ => true,
    };
}
