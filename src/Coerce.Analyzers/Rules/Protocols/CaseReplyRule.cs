using System;
using System.Collections.Generic;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules.Protocols;

/// <summary>COERCE0103: a handler replies what its case declares, which is all that the caller knows.</summary>
internal static class CaseReplyRule
{
    internal static void Report(ActorShape shape, ActorProtocol protocol, Action<Diagnostic> report)
    {
        var reported = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        foreach (var handled in protocol.Cases)
        {
            foreach (var handler in handled.Handlers)
            {
                if (handler.IsSound && !shape.IsBroken(handler.Method) && !handled.IsAnsweredBy(handler) && reported.Add(handler.Method))
                {
                    report(Create(shape, protocol, handled.Case, handler));
                }
            }
        }
    }

    private static Diagnostic Create(ActorShape shape, ActorProtocol protocol, ProtocolCase message, HandlerSignature handler)
        => Diagnostic.Create(
            DiagnosticDescriptors.CaseReply,
            SourceLocations.Of(handler.Method, shape.Actor),
            ShapeRuleText.Show(handler.Method),
            handler.Reply is not { } reply ? "replies with nothing"
                : handler.ReplyKind == ReplyKind.Stream ? $"replies with a stream of '{ShapeRuleText.Show(reply)}'"
                : $"replies with '{ShowExactly(reply)}'",
            ShapeRuleText.Show(message.Type),
            message.Reply is { } declared ? $"declares '{ShowExactly(declared)}'" : "declares no reply",
            Advice(protocol, message, handler));

    private static string Advice(ActorProtocol protocol, ProtocolCase message, HandlerSignature handler)
        => handler.ReplyKind == ReplyKind.Stream
            ? "no case is answered by a stream, so handle it under a message outside of the protocol"
            : $"return {(message.Reply is { } declared ? $"'{ShowExactly(declared)}'" : "nothing")}, or let the case implement "
                + (handler.Reply is { } reply ? $"IRequest<{ShapeRuleText.Show(protocol.Shape.Type)}, {ShowExactly(reply)}>" : "no IRequest");

    private static string ShowExactly(ITypeSymbol type) => type.ToDisplayString(
        SymbolDisplayFormat.CSharpShortErrorMessageFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));
}
