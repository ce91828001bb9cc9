using Coerce.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Coerce.Generators.Parsing;

/// <summary>Type parameters and their constraints, as a declaration repeats them.</summary>
internal static class TypeParameters
{
    /// <summary><c>&lt;TKey, TItem&gt;</c>, or nothing. A name that hides one farther out is there once.</summary>
    internal static string List(IEnumerable<ITypeParameterSymbol> parameters)
    {
        string names = string.Join(", ", parameters.Select(parameter => Identifiers.Escape(parameter.Name)).Distinct());
        return names.Length == 0 ? "" : $"<{names}>";
    }

    /// <summary><c>where T : class</c>, one for each constrained type parameter.</summary>
    /// <param name="parameters">The type parameters.</param>
    /// <param name="canName">Whether a type can be named where the constraints will stand.</param>
    internal static IEnumerable<string> Constraints(IEnumerable<ITypeParameterSymbol> parameters, Func<ITypeSymbol, bool> canName)
        => parameters
            .GroupBy(parameter => parameter.Name, StringComparer.Ordinal)
            .Select(group => Constraint(group.Last(), canName))
            .OfType<string>();

    private static string? Constraint(ITypeParameterSymbol parameter, Func<ITypeSymbol, bool> canName)
    {
        var constraints = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint) constraints.Add("unmanaged");
        else if (parameter.HasValueTypeConstraint) constraints.Add("struct");
        else if (parameter.HasReferenceTypeConstraint) constraints.Add(IsNullableClass(parameter) ? "class?" : "class");
        else if (parameter.HasNotNullConstraint) constraints.Add("notnull");

        constraints.AddRange(parameter.ConstraintTypes.Where(canName).Select(SymbolText.FullName));
        if (parameter.HasConstructorConstraint) constraints.Add("new()");
        if (parameter.AllowsRefLikeType) constraints.Add("allows ref struct");
        if (constraints.Count == 0) return null;

        return $"where {Identifiers.Escape(parameter.Name)} : {string.Join(", ", constraints)}";
    }

    private static bool IsNullableClass(ITypeParameterSymbol parameter)
        => parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated;
}
