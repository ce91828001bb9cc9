using System.Text;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>Actors and messages as plain text, which is the same in the assembly that has them and in those that refer to it.</summary>
internal static class AskKeys
{
    public static string Of(ITypeSymbol type) => Normalize(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));

    /// <summary>The message of a handler that is written as a method.</summary>
    public static string OfMethod(string actor, string handler) => $"{actor}.{WellKnownNames.Messages}.{handler}";

    /// <summary>The actor of a ref that has nothing but its name yet.</summary>
    public static string ActorOf(string reference)
        => reference.EndsWith(WellKnownNames.RefSuffix, System.StringComparison.Ordinal)
            ? reference.Substring(0, reference.Length - WellKnownNames.RefSuffix.Length)
            : reference;

    /// <summary>What code calls it, without what depends on who says it: <c>global::</c>, <c>@</c> and <c>?</c>.</summary>
    public static string Normalize(string type) => new StringBuilder(type).Replace("global::", "").Replace("@", "").Replace("?", "").ToString();
}
