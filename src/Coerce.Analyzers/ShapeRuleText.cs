using System.Collections.Immutable;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers;

/// <summary>Turns the problems of one rule into diagnostics.</summary>
internal abstract class ShapeRuleText(ShapeRule rule)
{
    /// <summary>The key under which a diagnostic carries its fault, for the fix to read.</summary>
    internal const string FaultKey = "Fault";

    /// <summary>Likewise the id of the type at fault, as documentation has it.</summary>
    internal const string TypeKey = "Type";

    /// <summary>Likewise a name that would do.</summary>
    internal const string NameKey = "Name";

    internal ShapeRule Rule { get; } = rule;

    /// <summary>Null when the compiler has said enough.</summary>
    internal abstract Diagnostic? Describe(ActorShape shape, ShapeProblem problem);

    internal static ImmutableDictionary<string, string?> WithFault<TFault>(TFault fault)
        where TFault : struct, System.Enum
        => ImmutableDictionary<string, string?>.Empty.Add(FaultKey, fault.ToString());

    internal static ImmutableDictionary<string, string?> WithFault(string fault)
        => ImmutableDictionary<string, string?>.Empty.Add(FaultKey, fault);

    internal static string Show(ISymbol symbol)
        => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
