using System;
using System.Collections.Generic;
using System.Threading;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0030 to COERCE0032: each <c>[Subscribes]</c> brings the events of a topic to a handler that takes them.</summary>
internal static class SubscriptionRule
{
    internal static void Report(ActorShape shape, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        foreach (var subscription in Find(shape))
        {
            if (subscription.Fault == SubscriptionFault.None)
            {
                if (subscription.Handler!.Reply is { } reply)
                {
                    Add(DiagnosticDescriptors.LostReply, subscription, ShapeRuleText.Show(subscription.Method), ShapeRuleText.Show(reply));
                }
            }
            else if (subscription.Fault is SubscriptionFault.NoName or SubscriptionFault.NoSuchTopic)
            {
                Add(DiagnosticDescriptors.TopicName, subscription, subscription.Topic ?? "", NameReason(subscription.Fault));
            }
            else if (subscription.Fault != SubscriptionFault.OtherEvent)
            {
                Add(DiagnosticDescriptors.Subscriber, subscription, ShapeRuleText.Show(subscription.Method), Reason(subscription));
            }
        }

        void Add(DiagnosticDescriptor descriptor, Subscription subscription, params object[] words) => report(Diagnostic.Create(
            descriptor,
            Locate(subscription, cancellationToken),
            ShapeRuleText.WithFault(subscription.Fault),
            words));
    }

    /// <summary>Those of methods that nothing else is wrong with.</summary>
    internal static IEnumerable<Subscription> Find(ActorShape shape)
    {
        foreach (var member in shape.Actor.GetMembers())
        {
            if (member is not IMethodSymbol method || KnownAttributes.Subscriptions(method).IsEmpty || shape.IsBroken(method))
            {
                continue;
            }

            // An actor without any handler is told so, and that is the same mistake.
            var isHandler = KnownAttributes.IsHandler(method);
            if (!isHandler && shape.Handlers.IsEmpty)
            {
                continue;
            }

            foreach (var subscription in Subscription.Of(method, isHandler ? HandlerSignature.Of(method, shape.Actor) : null))
            {
                yield return subscription;
            }
        }
    }

    internal static Location Locate(Subscription subscription, CancellationToken cancellationToken)
        => subscription.Attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax attribute
            ? attribute.GetLocation()
            : subscription.Method.Locations[0];

    private static string NameReason(SubscriptionFault fault) => fault == SubscriptionFault.NoName
        ? "it is empty; give the name that publishers use"
        : "names that start with '$' are those of the system itself; take one of SystemTopics.Names, or leave the '$' out";

    private static string Reason(Subscription subscription) => subscription.Fault switch
    {
        SubscriptionFault.NotAHandler => "it is no handler; add [Handles]",
        SubscriptionFault.Stream => "its reply is a stream, which begins when somebody reads it; write a handler without it",
        _ => $"its message is made for it, so that nobody can publish it; write 'On' and take the event as the parameter, which calls '{subscription.Method.Name}'",
    };
}
