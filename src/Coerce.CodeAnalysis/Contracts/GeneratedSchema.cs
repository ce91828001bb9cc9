using System.Linq;
using Coerce.CodeAnalysis.Contracts;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>What the generator has written down of what an assembly says to others.</summary>
internal static class GeneratedSchema
{
    /// <summary>The schema, without numbers; null for an assembly that says nothing.</summary>
    public static Schema? Of(Compilation compilation)
    {
        foreach (var attribute in compilation.Assembly.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: WellKnownNames.ContractSchemaAttribute } type
                && KnownTypes.IsInDispatch(type)
                && attribute.ConstructorArguments.FirstOrDefault().Value is string text)
            {
                return WithoutNumbers(ProtoParser.Parse(text).Schema);
            }
        }

        return null;
    }

    // Which number a field has is for the file to say.
    private static Schema WithoutNumbers(Schema schema)
        => schema with
        {
            Messages = schema.Messages
                .Select(static message => message with { Fields = message.Fields.Select(static field => field with { Number = 0 }).ToEquatableArray() })
                .ToEquatableArray(),
        };
}
