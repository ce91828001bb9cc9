using System;
using System.Threading;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0010: what <c>[Actor(...)]</c> says takes effect, or it is not said.</summary>
internal static class SettingsRule
{
    internal static void Report(ActorShape shape, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        foreach (var (argument, fault) in shape.Settings.Faults)
        {
            report(Diagnostic.Create(
                DiagnosticDescriptors.Settings,
                Locate(KnownAttributes.Actor(shape.Actor), argument, cancellationToken) ?? SourceLocations.OfActor(shape.Actor),
                argument,
                shape.Actor.Name,
                Reason(argument, fault)));
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

    private static string Reason(string argument, SettingsFault fault) => fault switch
    {
        SettingsFault.Negative => argument == SettingsShape.MailboxCapacity
            ? "is negative; give the number of messages that may wait, or leave it out for any number"
            : "is negative; give 0 or more",
        SettingsFault.NotPositive => "is no time in which restarts could be counted; give 1 or more",
        SettingsFault.NotAShare => "is a share of the wait; give a number from 0 to 1",
        SettingsFault.NotAMember => "is not one of those that there are; name one",
        SettingsFault.WithoutRestart =>
            "changes nothing, because the actor is not restarted; add 'OnFailure = FailureAction.Restart', or leave it out",
        _ => "changes nothing, because any number of messages may wait; add 'MailboxCapacity', or leave it out",
    };
}
