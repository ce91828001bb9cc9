using System;
using System.Threading;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules.Protocols;

/// <summary>COERCE0106: a protocol is a closed hierarchy, so that everybody knows all of its cases.</summary>
internal static class ProtocolRule
{
    internal static void Report(ActorShape shape, ActorProtocol protocol, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (protocol.Shape.Fault == ProtocolFault.None)
        {
            return;
        }

        report(Diagnostic.Create(
            DiagnosticDescriptors.Protocol,
            SettingsRule.Locate(KnownAttributes.Actor(shape.Actor), WellKnownNames.Protocol, cancellationToken)
                ?? SourceLocations.OfActor(shape.Actor),
            ShapeRuleText.Show(protocol.Shape.Type),
            shape.Actor.Name,
            Reason(shape.Actor, protocol.Shape)));
    }

    private static string Reason(INamedTypeSymbol actor, ProtocolShape shape)
    {
        var protocol = ShapeRuleText.Show(shape.Type);
        var subject = shape.FaultSubject is { } type ? ShapeRuleText.Show(type) : "";
        return shape.Fault switch
        {
            ProtocolFault.NotAClass => "it is no class; write an abstract record with the messages as sealed records that derive from it",
            ProtocolFault.NotAbstract => "it is not abstract, so that it would be a message and a protocol in one; make it abstract",
            ProtocolFault.Generic => "it, or a type around it, has type parameters; write a protocol for each type",
            ProtocolFault.Hidden => $"it cannot be named where '{ActorRefs.NameOf(actor)}' can; make it as visible as the actor",
            ProtocolFault.NoCases => "nothing derives from it; write its messages as sealed records inside of it",
            ProtocolFault.OpenCase => $"its case '{subject}' can be derived from; make that sealed, or abstract with cases of its own",
            ProtocolFault.GenericCase => $"its case '{subject}' has type parameters; write a case for each type",
            ProtocolFault.HiddenCase =>
                $"its case '{subject}' cannot be named where '{ActorRefs.NameOf(actor)}' can; make it as visible as the actor",
            ProtocolFault.ForeignCase =>
                $"'{subject}' derives from it in another assembly, '{shape.FaultSubject!.ContainingAssembly.Name}'; move it to the other "
                + "cases, and give the protocol a private constructor",
            ProtocolFault.SeveralRequests => $"its case '{subject}' declares more than one reply; let it implement one IRequest",
            _ => $"its case '{subject}' declares '{ShapeRuleText.Show(shape.FaultRequest!)}', which is no reply to a '{protocol}'; "
                + $"let it implement IRequest<{protocol}, {ShapeRuleText.Show(shape.FaultRequest!.TypeArguments[1])}>",
        };
    }
}
