using System;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0005: the runtime calls methods of actors only. One report for a class, however many it has.</summary>
internal static class HandlerOutsideActorRule
{
    internal static void Report(INamedTypeSymbol type, Action<Diagnostic> report)
    {
        if (OrphanHandlers.FindFirst(type) is { } method)
        {
            report(Diagnostic.Create(
                DiagnosticDescriptors.HandlerOutsideActor,
                method.Locations[0],
                $"{type.Name}.{method.Name}",
                type.Name,
                type.TypeKind == TypeKind.Class
                    ? "mark the class with [Actor], or move the method into a class that is"
                    : "move the method into a class that is marked with [Actor]"));
        }
    }
}
