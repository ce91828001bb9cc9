using System;
using System.Threading;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0022: what <c>[Entity(...)]</c> says can be done.</summary>
internal static class EntitySettingsRule
{
    internal static void Report(ActorShape shape, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        foreach (var argument in EntitySettings.Faults(shape.Entity.Attribute))
        {
            report(Diagnostic.Create(
                DiagnosticDescriptors.EntitySettings,
                SettingsRule.Locate(shape.Entity.Attribute, argument, cancellationToken) ?? SourceLocations.OfActor(shape.Actor),
                argument,
                shape.Actor.Name,
                argument == EntitySettings.IdleSeconds
                    ? "is no time that an entity could be idle for; give 0 for never, or a number of seconds up to 24 days"
                    : "is negative; give how many may be live, or 0 for any number"));
        }
    }
}
