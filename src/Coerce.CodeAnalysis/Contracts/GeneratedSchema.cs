using System.Linq;
using Coerce.CodeAnalysis.Contracts;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>What the generator has written down of what an assembly says to others.</summary>
internal static class GeneratedSchema
{
    /// <summary>The schema, without numbers; null for an assembly that says nothing.</summary>
    public static Schema? Of(Compilation compilation) => TextOf(compilation) is { } text ? Parse(text) : null;

    /// <summary>The schema as it was written down; null for an assembly that says nothing.</summary>
    public static string? TextOf(Compilation compilation)
    {
        foreach (var attribute in compilation.Assembly.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: WellKnownNames.ContractSchemaAttribute } type
                && KnownTypes.IsInDispatch(type)
                && attribute.ConstructorArguments.FirstOrDefault().Value is string text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>What was written down, without its numbers: which number a field has is for the file to say.</summary>
    public static Schema Parse(string text)
    {
        var schema = ProtoParser.Parse(text).Schema;
        return schema with
        {
            Messages = schema.Messages
                .Select(static message => message with { Fields = message.Fields.Select(static field => field with { Number = 0 }).ToEquatableArray() })
                .ToEquatableArray(),
        };
    }
}
