using System;
using System.Collections.Immutable;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0115: what is put aside is handled by some other behaviour, and not by this one.</summary>
internal static class StashesRule
{
    internal static void Report(ActorShape shape, Compilation compilation, Action<Diagnostic> report)
    {
        foreach (var behavior in shape.Behaviors)
        {
            if (!behavior.IsSound)
            {
                continue;
            }

            foreach (var (message, fault) in BehaviorMessages.StashFaults(shape, behavior, compilation))
            {
                if (fault != StashFault.None)
                {
                    report(Diagnostic.Create(
                        DiagnosticDescriptors.Stashes,
                        message.Syntax.GetLocation(),
                        ImmutableDictionary<string, string?>.Empty.Add(ShapeRuleText.FaultKey, fault.ToString()),
                        message.Type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat),
                        behavior.Type.Name,
                        Reason(fault, shape.Actor.Name, behavior.Type.Name)));
                }
            }
        }
    }

    private static string Reason(StashFault fault, string actor, string behavior) => fault switch
    {
        StashFault.Handled => $"'{behavior}' handles it; remove the handler, or leave it out here",
        StashFault.HandledByActor => $"'{actor}' handles it in every behaviour; leave it out here",
        StashFault.Signal => "it goes ahead of all messages, and somebody may wait for the answer; handle it",
        StashFault.Twice => "it is named twice; leave one out",
        _ => $"no behaviour of '{actor}' handles it; leave it out, or add a handler to the one that is to handle it",
    };
}
