using System.Globalization;
using Coerce.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Generators.Parsing;

/// <summary>The default value of a parameter as an expression.</summary>
internal static class DefaultValue
{
    internal static string? Of(IParameterSymbol parameter, TypeText type)
    {
        // Of a type that does not exist yet the compiler knows no default value; null is the only one it can have.
        if (parameter.Type.TypeKind == TypeKind.Error)
        {
            SyntaxNode? syntax = parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
            return syntax is ParameterSyntax { Default: not null } ? Null(parameter.Type, type) : null;
        }

        if (!parameter.HasExplicitDefaultValue) return null;
        if (parameter.ExplicitDefaultValue is not { } value) return Null(parameter.Type, type);

        bool isNullable = parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        ITypeSymbol plain = isNullable ? ((INamedTypeSymbol)parameter.Type).TypeArguments[0] : parameter.Type;

        return plain is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration
            ? EnumValue(enumeration, value)
            : Literal(value);
    }

    private static string Null(ITypeSymbol symbol, TypeText type)
    {
        bool isNullable = symbol.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        string value = isNullable || symbol.IsReferenceType ? "null" : "default";

        // Written where nobody asks whether it may be null; here the compiler does.
        return type.Nulls == NullStyle.Reference ? value + "!" : value;
    }

    private static string EnumValue(INamedTypeSymbol type, object value)
    {
        string name = SymbolText.FullName(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        IFieldSymbol? member = type.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, value));

        return member is null ? $"({name})({Literal(value)})" : $"{name}.{Identifiers.Escape(member.Name)}";
    }

    private static string Literal(object value) => value switch
    {
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        char character => SymbolDisplay.FormatLiteral(character, quote: true),
        bool truth => truth ? "true" : "false",
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        float number => Real(number.ToString("R", CultureInfo.InvariantCulture), number == 0 && 1 / number < 0) + "F",
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        double number => Real(number.ToString("R", CultureInfo.InvariantCulture), number == 0 && 1 / number < 0) + "D",
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "M",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "default",
    };

    // The .NET Framework inside Visual Studio writes the negative zero without its sign.
    private static string Real(string digits, bool isNegativeZero) => isNegativeZero ? "-0" : digits;
}
