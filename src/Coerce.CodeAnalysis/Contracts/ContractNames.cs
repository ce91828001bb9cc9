using System.Linq;
using System.Text;
using Coerce.CodeAnalysis.Contracts;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>The names of contracts: of the message on the wire, and of the generated code.</summary>
internal static class ContractNames
{
    public const string Namespace = "Coerce.Contracts";
    public const string Suffix = "Contract";

    /// <summary>The message within its package: <c>Order.Line</c>, <c>PageOfOrder</c>.</summary>
    public static string MessageOf(INamedTypeSymbol type, ContractVouches vouches)
    {
        if (vouches.NameOf(type) is { } given)
        {
            return given + Arguments(type, vouches);
        }

        var name = (type.IsTupleType ? "Tuple" : type.Name) + Arguments(type, vouches);
        return type.ContainingType is { } outer ? MessageOf(outer, vouches) + "." + name : name;
    }

    /// <summary>The same in parts that protobuf allows.</summary>
    public static string Legal(string message) => string.Join(".", message.Split('.').Select(ProtoNames.Type));

    /// <summary>The service of an actor.</summary>
    /// <param name="scope">The message of the actor, in which those are that are made from its methods.</param>
    public static string ServiceOf(string scope) => ProtoNames.Type(scope.Replace(".", "") + "Actor");

    /// <summary>The namespace of the generated code: that of the type, below ours.</summary>
    public static string NamespaceOf(INamedTypeSymbol type)
    {
        var home = SymbolKeys.Prefix(type.ContainingNamespace);
        return home.Length == 0 ? Namespace : Namespace + "." + home.TrimEnd('.');
    }

    /// <summary>The name of the generated type: <c>Order_LineContract</c>.</summary>
    public static string CodecOf(INamedTypeSymbol type) => PathOf(type) + Suffix;

    /// <summary>The name of the generated type for a message that is made with an actor.</summary>
    public static string CodecOf(INamedTypeSymbol actor, string message) => PathOf(actor) + "_" + message + Suffix;

    /// <summary>The generated type of another assembly; null where it has none, or none for us.</summary>
    public static INamedTypeSymbol? FindCodec(INamedTypeSymbol type)
        => type.IsTupleType ? null : type.ContainingAssembly?.GetTypeByMetadataName(NamespaceOf(type) + "." + CodecOf(type)) is { DeclaredAccessibility: Accessibility.Public } codec
            ? codec
            : null;

    /// <summary>The message that a contract of another assembly is for: what its attribute says.</summary>
    public static string? MessageOfCodec(INamedTypeSymbol codec)
    {
        foreach (var attribute in codec.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: WellKnownNames.ContractNameAttribute } type && KnownTypes.IsInDispatch(type))
            {
                return attribute.ConstructorArguments.FirstOrDefault().Value as string;
            }
        }

        return null;
    }

    private static string PathOf(INamedTypeSymbol type)
    {
        // An underscore of the name is two: one stands between a type and what is nested in it.
        var name = type.IsTupleType ? "Tuple" : type.Name.Replace("_", "__");
        if (type.Arity > 0)
        {
            name += "_" + string.Join("_", type.TypeArguments.Select(Flat));
        }

        return type.ContainingType is { } outer ? PathOf(outer) + "_" + name : name;
    }

    private static string Arguments(INamedTypeSymbol type, ContractVouches vouches)
        => type.Arity == 0 ? "" : "Of" + string.Join("And", type.TypeArguments.Select(argument => Argument(argument, vouches)));

    private static string Argument(ITypeSymbol type, ContractVouches vouches)
    {
        if (type is INamedTypeSymbol named)
        {
            var name = named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? "Nullable" + Argument(named.TypeArguments[0], vouches)
                : named.SpecialType == SpecialType.None ? MessageOf(named, vouches)
                : named.Name;
            return name.Replace(".", "");
        }

        return type is IArrayTypeSymbol array ? Argument(array.ElementType, vouches) + "Array" : type.Name;
    }

    private static string Flat(ITypeSymbol type)
    {
        var name = new StringBuilder();
        foreach (var letter in type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat).Replace("global::", ""))
        {
            name.Append(char.IsLetterOrDigit(letter) ? letter.ToString() : letter == '_' ? "__" : "_");
        }

        return name.ToString();
    }
}
