using System;
using System.Collections.Immutable;
using System.Linq;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0112: a behaviour is a class that the generator can add to, and of which an actor has one object at a time.</summary>
internal static class BehaviorClassRule
{
    internal static void Report(INamedTypeSymbol type, Action<Diagnostic> report)
    {
        if (type.TypeKind != TypeKind.Class)
        {
            return;
        }

        if (!KnownAttributes.IsBehavior(type))
        {
            ReportStashes(type, report);
            return;
        }

        // Of a class that is actor and behaviour in one, the first thing to say is that it cannot be both.
        var fault = KnownAttributes.IsActor(type) ? BehaviorFault.NotInActor : BehaviorShape.FaultOf(type);
        if (fault != BehaviorFault.None)
        {
            report(Diagnostic.Create(
                DiagnosticDescriptors.BehaviorClass,
                SourceLocations.OfBehavior(type),
                ImmutableDictionary<string, string?>.Empty.Add(ShapeRuleText.FaultKey, fault.ToString()),
                type.Name,
                Reason(fault, type)));
        }
    }

    private static void ReportStashes(INamedTypeSymbol type, Action<Diagnostic> report)
    {
        if (KnownAttributes.Stashes(type).FirstOrDefault()?.ApplicationSyntaxReference is { } reference)
        {
            report(Diagnostic.Create(
                DiagnosticDescriptors.BehaviorClass,
                reference.GetSyntax().GetLocation(),
                type.Name,
                "it has [Stashes] but not [Behavior]; add that, or remove [Stashes]"));
        }
    }

    private static string Reason(BehaviorFault fault, INamedTypeSymbol type) => fault switch
    {
        BehaviorFault.NotInActor when KnownAttributes.IsActor(type) =>
            "it is an actor itself; remove one of the two attributes",
        BehaviorFault.NotInActor => "it is not directly inside a class with [Actor]; move it there",
        BehaviorFault.Static => "it is static, and each actor has an object of it; remove 'static'",
        BehaviorFault.Abstract => "it is abstract, so that there is no object of it; remove 'abstract'",
        BehaviorFault.Record => "it is a record, which is compared and copied by value; write 'class' instead of 'record'",
        BehaviorFault.Generic => "it has type parameters, and the actor has to know its type; give them to the actor",
        _ => $"the generator adds to it, and nothing derives from it; declare it as {Missing(type)}",
    };

    private static string Missing(INamedTypeSymbol type)
        => type.IsSealed ? "partial" : ClassShape.IsPartial(type) ? "sealed" : "sealed partial";
}
