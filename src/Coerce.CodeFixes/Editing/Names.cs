using System.Linq;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeFixes.Editing;

/// <summary>How the attributes of Coerce are written at a place.</summary>
internal static class Names
{
    /// <summary><c>Handles</c> where the namespace is imported, else <c>Coerce.Handles</c>.</summary>
    internal static string InScope(SemanticModel model, int position, string attribute)
    {
        const string Suffix = "Attribute";
        var name = attribute.Substring(0, attribute.Length - Suffix.Length);
        var found = model.LookupNamespacesAndTypes(position, name: attribute);
        if (found.Length == 1 && KnownTypes.IsInCoerce(found[0]))
        {
            return name;
        }

        var isShadowed = model.LookupNamespacesAndTypes(position, name: WellKnownNames.Namespace)
            .Any(symbol => symbol is not INamespaceSymbol { ContainingNamespace.IsGlobalNamespace: true });
        return (isShadowed ? "global::" : "") + WellKnownNames.Namespace + "." + name;
    }
}
