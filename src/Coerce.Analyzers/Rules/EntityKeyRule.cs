using System;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0020: an entity has one key, of a type by which everybody can name it.</summary>
internal sealed class EntityKeyRule() : ShapeRuleText(ShapeRule.EntityKey)
{
    internal override Diagnostic? Describe(ActorShape shape, ShapeProblem problem)
        => CompilerErrors.Explain(problem.Fault, problem.Subject) ? null : Describe(shape.Actor, problem.Subject, problem.Fault, problem.Subject is IParameterSymbol key ? ShowType(key) : "");

    /// <summary>Attributes that nobody looks at where they are.</summary>
    internal static void ReportMisplaced(INamedTypeSymbol type, Action<Diagnostic> report)
    {
        var isActor = KnownAttributes.IsActor(type);
        if (!isActor && KnownAttributes.Entity(type) is not null)
        {
            report(Describe(type, type, EntityFault.Misplaced, ""));
        }

        foreach (var member in type.GetMembers())
        {
            if (member is not IMethodSymbol { IsImplicitlyDeclared: false } method || (isActor && method.MethodKind == MethodKind.Constructor))
            {
                continue;
            }

            foreach (var parameter in method.Parameters)
            {
                if (KnownAttributes.IsEntityKey(parameter))
                {
                    report(Describe(type, parameter, EntityFault.Misplaced, ""));
                }
            }
        }
    }

    private static Diagnostic Describe(INamedTypeSymbol type, ISymbol subject, EntityFault fault, string keyType) => Diagnostic.Create(
        DiagnosticDescriptors.EntityKey,
        SourceLocations.Of(subject, type),
        WithFault(fault),
        type.Name,
        Reason(type, subject, fault, keyType));

    private static string Reason(INamedTypeSymbol type, ISymbol subject, EntityFault fault, string keyType) => fault switch
    {
        EntityFault.NoKey => "it has no key; mark the constructor parameter that is the key with [EntityKey]",
        EntityFault.SeveralKeys => $"'{subject.Name}' is its second key; put both into one readonly record struct around a string",
        EntityFault.UnsupportedKey when subject is IParameterSymbol { Type.SpecialType: SpecialType.System_DateTime } =>
            "its key is a DateTime, of which two of one instant differ by their kind; use a long with the ticks of DateTimeOffset.UtcTicks",
        EntityFault.UnsupportedKey =>
            $"its key is of type '{keyType}'; use string, Guid, long, or a readonly record struct with one parameter of these",
        EntityFault.HiddenKey => $"'{keyType}' cannot be named where '{ActorRefs.NameOf(type)}' can; make it as visible as the actor",
        EntityFault.Generic => "it is generic, or inside of a generic type, and its entities would share one name; write a class for each type",
        _ when subject is IParameterSymbol => $"'{subject.Name}' is no parameter of an actor's constructor; remove [EntityKey]",
        _ => "it is no actor; add [Actor], or remove [Entity]",
    };

    private static string ShowType(IParameterSymbol key) => key.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
