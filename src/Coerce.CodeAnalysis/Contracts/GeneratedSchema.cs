using System;
using System.Collections.Generic;
using System.Collections.Immutable;
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
    public static string? TextOf(Compilation compilation) => TextOf(compilation.Assembly);

    /// <summary>The schema as it was written down; null for an assembly that says nothing.</summary>
    public static string? TextOf(IAssemblySymbol assembly)
        => Find(assembly, WellKnownNames.ContractSchemaAttribute).FirstOrDefault()?.ConstructorArguments.FirstOrDefault().Value as string;

    /// <summary>Names that several types have on the wire.</summary>
    public static IEnumerable<(string Name, ImmutableArray<INamedTypeSymbol> Types)> ClashesIn(Compilation compilation)
        => Find(compilation.Assembly, WellKnownNames.ContractClashAttribute)
            .Where(static attribute => attribute.ConstructorArguments.Length == 2)
            .Select(static attribute => (
                attribute.ConstructorArguments[0].Value as string ?? "",
                attribute.ConstructorArguments[1].Values.Select(static type => type.Value).OfType<INamedTypeSymbol>().ToImmutableArray()));

    /// <summary>The package of a schema that was written down.</summary>
    public static string PackageOf(string text)
    {
        const string Start = "\npackage ";
        var start = text.IndexOf(Start, StringComparison.Ordinal);
        return start < 0 ? "" : text.Substring(start + Start.Length, text.IndexOf(';', start) - start - Start.Length);
    }

    private static IEnumerable<AttributeData> Find(IAssemblySymbol assembly, string name)
        => assembly.GetAttributes().Where(attribute => attribute.AttributeClass is { } type && type.Name == name && KnownTypes.IsInDispatch(type));

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
