using System.Collections.Generic;
using System.Linq;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Analyzers.Isolation;

/// <summary>The parameters of a primary constructor that live as long as the object.</summary>
internal static class PrimaryParameters
{
    /// <summary>Those whose name is used in a body, as far as the text says, and whether one assigns it.</summary>
    public static IEnumerable<(IParameterSymbol Parameter, bool IsAssigned)> CapturedBy(INamedTypeSymbol type)
    {
        var constructor = type.InstanceConstructors.FirstOrDefault(IsPrimary);
        if (constructor is null || constructor.Parameters.IsEmpty)
        {
            yield break;
        }

        var used = type.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax())
            .OfType<TypeDeclarationSyntax>()
            .SelectMany(CapturedNames.UsedIn)
            .ToLookup(static use => use.Name, static use => use.IsAssigned);
        foreach (var parameter in constructor.Parameters)
        {
            if (used.Contains(parameter.Name))
            {
                yield return (parameter, used[parameter.Name].Any(static isAssigned => isAssigned));
            }
        }
    }

    private static bool IsPrimary(IMethodSymbol constructor)
        => constructor.DeclaringSyntaxReferences.Length > 0 && constructor.DeclaringSyntaxReferences[0].GetSyntax() is TypeDeclarationSyntax;
}
