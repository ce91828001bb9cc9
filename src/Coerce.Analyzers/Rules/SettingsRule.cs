using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0010: what <c>[Actor(...)]</c> and <c>[Handles(...)]</c> say takes effect, or it is not said.</summary>
internal static class SettingsRule
{
    // For the fix, which this fault alone has.
    private static readonly ImmutableDictionary<string, string?> WithoutAwait =
        ImmutableDictionary<string, string?>.Empty.Add(ShapeRuleText.FaultKey, nameof(SettingsFault.WithoutAwait));

    internal static void Report(ActorShape shape, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        foreach (var (argument, fault) in shape.Settings.Faults)
        {
            report(Diagnostic.Create(
                DiagnosticDescriptors.Settings,
                Locate(KnownAttributes.Actor(shape.Actor), argument, cancellationToken) ?? SourceLocations.OfActor(shape.Actor),
                argument,
                $"actor '{shape.Actor.Name}'",
                Reason(argument, fault)));
        }

        foreach (var handler in shape.Handlers.Concat(shape.Behaviors.SelectMany(static behavior => behavior.Handlers)))
        {
            if (handler.IsReentrantInVain)
            {
                report(Diagnostic.Create(
                    DiagnosticDescriptors.Settings,
                    Locate(KnownAttributes.Handles(handler.Method), WellKnownNames.Reentrant, cancellationToken)
                        ?? SourceLocations.Of(handler.Method, shape.Actor),
                    WithoutAwait,
                    WellKnownNames.Reentrant,
                    $"handler '{handler.Method.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}'",
                    WhyInVain(handler)));
            }
        }
    }

    /// <summary>A named argument of an attribute.</summary>
    internal static Location? Locate(AttributeData? attribute, string argument, CancellationToken cancellationToken)
    {
        if (attribute?.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax { ArgumentList.Arguments: var arguments })
        {
            foreach (var syntax in arguments)
            {
                if (syntax.NameEquals?.Name.Identifier.ValueText == argument)
                {
                    return syntax.GetLocation();
                }
            }
        }

        return null;
    }

    private static string WhyInVain(HandlerSignature handler) => handler.ReplyKind switch
    {
        ReplyKind.Deferred => "changes nothing, because its turn ends at once and others are handled until it replies; leave it out",
        ReplyKind.Stream => "changes nothing, because others are handled between its items and only there; leave it out",
        _ => "changes nothing, because it returns no task, so that there is no 'await' at which others could come in; "
            + "return a Task or a ValueTask, or leave it out",
    };

    private static string Reason(string argument, SettingsFault fault) => fault switch
    {
        SettingsFault.Negative => argument is SettingsShape.MailboxCapacity or SettingsShape.StashCapacity
            ? "is negative; give the number of messages that may wait, or leave it out for any number"
            : "is negative; give 0 or more",
        SettingsFault.NotPositive => "is no time in which restarts could be counted; give 1 or more",
        SettingsFault.NotAShare => "is a share of the wait; give a number from 0 to 1",
        SettingsFault.NotAMember => "is not one of those that there are; name one",
        SettingsFault.WithoutRestart =>
            "changes nothing, because the actor is not restarted; add 'OnFailure = FailureAction.Restart', or leave it out",
        SettingsFault.WithoutBehaviors => "changes nothing, because the actor has no behaviour that could stash; leave it out",
        _ => "changes nothing, because any number of messages may wait; add 'MailboxCapacity', or leave it out",
    };
}
