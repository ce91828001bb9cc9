using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Coerce.CodeAnalysis.Contracts;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>Finds the doc comments of what a schema declares. Only whoever writes <c>contracts.proto</c> asks for them, so that they are in no model.</summary>
internal sealed class ContractComments
{
    private readonly ContractGraph _graph;
    private readonly SchemaIndex _schema;
    private readonly SchemaComments _comments = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private ContractComments(Compilation compilation, Schema schema)
    {
        _graph = ContractGraph.Of(compilation);
        _schema = new SchemaIndex(schema);
    }

    /// <param name="compilation">The program, with or without what is generated.</param>
    /// <param name="schema">What it declares, complete.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static SchemaComments Of(Compilation compilation, Schema schema, CancellationToken cancellationToken)
    {
        var comments = new ContractComments(compilation, schema);
        foreach (var type in ProtocolTypes.In(compilation.Assembly.GlobalNamespace))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (KnownAttributes.IsContract(type) && !type.IsGenericType)
            {
                comments.AddType(type);
            }

            if (type.TypeKind == TypeKind.Class && KnownAttributes.IsActor(type) && ActorShape.Of(type) is var shape && ContractRoots.IsReachable(shape))
            {
                comments.AddActor(shape);
            }
        }

        return comments._comments;
    }

    private void AddActor(ActorShape shape)
    {
        var scope = ContractNames.MessageOf(shape.Actor, _graph.Types.Vouches);
        var name = ContractNames.ServiceOf(scope);
        Add(name, DocComments.Summary(shape.Actor));
        var methods = _schema.Schema.Services.Where(service => service.Name == name).SelectMany(static service => service.Methods).Select(static method => method.Name).ToList();
        foreach (var handler in ContractRoots.HandlersOf(shape))
        {
            var own = handler.Style == HandlerStyle.Method ? handler.Name : handler.Message!.Name;
            if (Take(methods, ProtoNames.Type(own)) is { } method)
            {
                Add(name + "." + method, DocComments.Summary(handler.Method));
            }

            if (handler.Style == HandlerStyle.Method)
            {
                AddParameters(handler, scope + "." + ProtoNames.Type(own));
            }
            else
            {
                AddPart(handler.Message!);
            }

            if (handler.Reply is { } reply)
            {
                AddPart(reply);
            }
        }
    }

    // Where several handlers would have one name, all but the first have a number behind it.
    private static string? Take(List<string> methods, string name)
    {
        var index = methods.IndexOf(name);
        index = index >= 0 ? index : methods.FindIndex(other => other.StartsWith(name, StringComparison.Ordinal) && other.Skip(name.Length).All(char.IsDigit));
        if (index < 0)
        {
            return null;
        }

        var method = methods[index];
        methods.RemoveAt(index);
        return method;
    }

    private void AddParameters(HandlerSignature handler, string message)
    {
        var properties = new PropertyNames(handler.Name);
        var parameters = ContractRoots.PayloadOf(handler).Select(static parameter => parameter.Symbol).ToList();
        AddFields(
            ContractNames.Legal(message),
            parameters.Select(parameter => properties.Next(parameter.Name)),
            index => DocComments.Parameter(handler.Method, parameters[index].Name));
        foreach (var parameter in parameters)
        {
            AddPart(parameter.Type);
        }
    }

    /// <summary>What a handler takes or gives: the value, or that of the list or map.</summary>
    private void AddPart(ITypeSymbol type)
    {
        if (_graph.Members.Of(type, "Value", type).Item is { Form: WireForm.Enum or WireForm.Message, Type: INamedTypeSymbol part })
        {
            AddType(part);
        }
    }

    private void AddType(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
        {
            AddEnum(type);
            return;
        }

        foreach (var shape in _graph.Closure(type))
        {
            AddShape(shape);
        }
    }

    private void AddShape(ContractShape shape)
    {
        var name = Name(shape.Type);
        if (shape.Form is not (ContractForm.Record or ContractForm.Union) || _schema.Message(name) is null || !_seen.Add(name))
        {
            return;
        }

        Add(name, DocComments.Summary(shape.Type));
        AddFields(name, shape.Members.Select(static member => member.Name), index => OfMember(shape, shape.Members[index]));
        foreach (var part in shape.Members.Where(static member => member.Item.Form == WireForm.Enum).Select(static member => member.Item.Type))
        {
            AddEnum((INamedTypeSymbol)part);
        }
    }

    private static string? OfMember(ContractShape shape, MemberShape member)
        => DocComments.Summary(member.Symbol)
            ?? (member.Parameter < 0 || shape.Constructor is not { } constructor ? null
                : DocComments.Parameter(constructor, constructor.Parameters[member.Parameter].Name) ?? DocComments.Parameter(shape.Type, constructor.Parameters[member.Parameter].Name));

    private void AddFields(string message, IEnumerable<string> names, Func<int, string?> comment)
    {
        var fields = ProtoNames.Fields(names);
        for (var i = 0; i < fields.Count; i++)
        {
            Add(message + "." + fields[i], comment(i));
        }
    }

    private void AddEnum(INamedTypeSymbol type)
    {
        var name = Name(type);
        if (_schema.Enum(name) is not { } declared || !_seen.Add(name))
        {
            return;
        }

        Add(name, DocComments.Summary(type));

        // As the schema has them: that with the number 0 first, which it makes where there is none. Names may have been told apart.
        var values = type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue).OrderBy(static field => IsZero(field) ? 0 : 1).ToList();
        foreach (var (value, wanted) in values.Zip(declared.Values.Skip(declared.Values.Count - values.Count), static (value, wanted) => (value, wanted)))
        {
            Add(name + "." + wanted.Name, DocComments.Summary(value));
        }
    }

    private static bool IsZero(IFieldSymbol value) => Convert.ToDecimal(value.ConstantValue, CultureInfo.InvariantCulture) == 0;

    private void Add(string path, string? text)
    {
        if (text is not null)
        {
            _comments.Add(path, text);
        }
    }

    private string Name(INamedTypeSymbol type) => ContractNames.Legal(ContractNames.MessageOf(type, _graph.Types.Vouches));
}
