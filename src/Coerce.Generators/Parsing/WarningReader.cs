using Coerce.CodeAnalysis;
using Coerce.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Coerce.Generators.Parsing;

/// <summary>Finds the ids under which the types of an actor's signatures warn of being used.</summary>
/// <remarks>Generated code carries a message, it does not choose it: the warning belongs to whoever sends it.</remarks>
internal static class WarningReader
{
    internal static EquatableArray<string> Read(ActorShape shape)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        Add(shape.Actor, ids);
        foreach (HandlerSignature handler in shape.Handlers)
        {
            Add(handler.Method, ids);
            Add(handler.Reply, ids);
            AddAll(handler.Parameters, ids);
        }

        foreach (LifecycleSignature lifecycle in shape.Starts.Concat(shape.Restarts).Concat(shape.Stops))
        {
            Add(lifecycle.Method, ids);
            AddAll(lifecycle.Parameters, ids);
        }

        if (shape.Protocol is { } protocol)
        {
            Add(protocol.Shape.Type, ids);
            foreach (HandledCase handled in protocol.Cases)
            {
                Add(handled.Case.Type, ids);
            }
        }

        Add(shape.Constructor.Constructor, ids);
        if (!shape.Constructor.Parameters.IsDefault) AddAll(shape.Constructor.Parameters, ids);
        return ids.ToEquatableArray();
    }

    private static void AddAll(IEnumerable<SignatureParameter> parameters, SortedSet<string> ids)
    {
        foreach (SignatureParameter parameter in parameters)
        {
            Add(parameter.Symbol.Type, ids);
        }
    }

    private static void Add(ISymbol? symbol, SortedSet<string> ids)
    {
        switch (symbol)
        {
            case null or IErrorTypeSymbol or ITypeParameterSymbol:
                return;

            case IArrayTypeSymbol array:
                Add(array.ElementType, ids);
                return;

            case INamedTypeSymbol named:
                foreach (ITypeSymbol argument in named.TypeArguments)
                {
                    Add(argument, ids);
                }

                break;
        }

        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (IdOf(attribute) is { } id) ids.Add(id);
        }

        Add(symbol.ContainingType, ids);
    }

    private static string? IdOf(AttributeData attribute) => attribute.AttributeClass?.Name switch
    {
        "ObsoleteAttribute" => attribute.NamedArguments
            .FirstOrDefault(argument => argument.Key == "DiagnosticId").Value.Value as string,
        "ExperimentalAttribute" => attribute.ConstructorArguments.FirstOrDefault().Value as string,
        _ => null,
    };
}
