using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>One <c>[Subscribes]</c> on a method of an actor.</summary>
internal sealed class Subscription
{
    private Subscription(IMethodSymbol method, AttributeData attribute, HandlerSignature? handler)
    {
        Method = method;
        Attribute = attribute;
        Handler = handler;
        Topic = NameOf(attribute);
        Fault = FindFault();
    }

    public IMethodSymbol Method { get; }

    public AttributeData Attribute { get; }

    /// <summary>Null when the method is none.</summary>
    public HandlerSignature? Handler { get; }

    /// <summary>Null when the argument does not compile, or is null.</summary>
    public string? Topic { get; }

    public SubscriptionFault Fault { get; }

    /// <summary>What the topic carries: the message of the handler.</summary>
    public ITypeSymbol? Event => Handler?.Message;

    /// <summary>The subscriptions of a method, sound or not.</summary>
    /// <param name="method">The method.</param>
    /// <param name="handler">The same as a handler; null when it is none.</param>
    public static ImmutableArray<Subscription> Of(IMethodSymbol method, HandlerSignature? handler)
    {
        var subscriptions = ImmutableArray.CreateBuilder<Subscription>();
        foreach (var attribute in KnownAttributes.Subscriptions(method))
        {
            subscriptions.Add(new(method, attribute, handler));
        }

        return subscriptions.ToImmutable();
    }

    /// <summary>The topics that a handler is subscribed to, each once, in the order in which they were written.</summary>
    public static IEnumerable<string> TopicsOf(HandlerSignature handler)
    {
        var seen = new HashSet<string>(System.StringComparer.Ordinal);
        foreach (var subscription in Of(handler.Method, handler))
        {
            if (subscription is { Fault: SubscriptionFault.None, Topic: { } topic } && seen.Add(topic))
            {
                yield return topic;
            }
        }
    }

    private static string? NameOf(AttributeData attribute)
        => attribute.ConstructorArguments.Length == 1 && attribute.ConstructorArguments[0].Kind != TypedConstantKind.Error
            ? attribute.ConstructorArguments[0].Value as string
            : null;

    private SubscriptionFault FindFault()
    {
        if (Handler is null)
        {
            return SubscriptionFault.NotAHandler;
        }

        if (Handler.Style == HandlerStyle.Method)
        {
            return SubscriptionFault.NoEvent;
        }

        if (Handler.ReplyKind == ReplyKind.Stream)
        {
            return SubscriptionFault.Stream;
        }

        var isNull = Attribute.ConstructorArguments.Length == 1 && Attribute.ConstructorArguments[0].IsNull;
        if (isNull || (Topic is not null && string.IsNullOrWhiteSpace(Topic)))
        {
            return SubscriptionFault.NoName;
        }

        if (Topic is not { Length: > 0 } name || name[0] != WellKnownNames.SystemTopicMark)
        {
            return SubscriptionFault.None;
        }

        return WellKnownNames.EventOfSystemTopic(name) is not { } type ? SubscriptionFault.NoSuchTopic
            : Event is { } carried && (carried.Name != type || !KnownTypes.IsInCoerce(carried)) ? SubscriptionFault.OtherEvent
            : SubscriptionFault.None;
    }
}
