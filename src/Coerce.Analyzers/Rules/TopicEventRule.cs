using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Coerce.Analyzers.Memory;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0033: the name of a topic stands for one type of event, in all actors of a program.</summary>
/// <remarks>Known once all actors have been seen, and so at the end of the compilation.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TopicEventRule : DiagnosticAnalyzer
{
    private readonly SoundPrograms _sound = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.TopicEvent);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.SubscribesAttributeMetadataName) is null
                || _sound.Contains(start.Compilation))
            {
                return;
            }

            var uses = new ConcurrentBag<Use>();
            start.RegisterSymbolAction(symbol => Collect(symbol, uses), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => _sound.Look(end, report => Report(uses, report)));
        });
    }

    private static void Collect(SymbolAnalysisContext context, ConcurrentBag<Use> uses)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || !KnownAttributes.IsActor(type) || !HasSubscription(type))
        {
            return;
        }

        foreach (var subscription in SubscriptionRule.Find(ActorShape.Of(type)))
        {
            if (subscription is { Topic: { } topic, Event: { TypeKind: not TypeKind.Error } carried }
                && subscription.Fault is SubscriptionFault.None or SubscriptionFault.OtherEvent)
            {
                uses.Add(new Use(
                    topic, carried, $"{type.Name}.{subscription.Method.Name}", SubscriptionRule.Locate(subscription, context.CancellationToken)));
            }
        }
    }

    private static bool HasSubscription(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol method && !KnownAttributes.Subscriptions(method).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private static void Report(IEnumerable<Use> uses, Action<Diagnostic> report)
    {
        // Of several actors the one that comes first in the source is right, so that each build says the same.
        var inOrder = uses
            .OrderBy(use => use.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(use => use.Location.SourceSpan.Start);
        foreach (var topic in inOrder.GroupBy(use => use.Topic, StringComparer.Ordinal))
        {
            var own = WellKnownNames.EventOfSystemTopic(topic.Key);
            var first = topic.First();
            foreach (var use in topic)
            {
                if (own is not null)
                {
                    if (use.Event.Name != own || !KnownTypes.IsInCoerce(use.Event))
                    {
                        report(Create(use, own, "by the system itself"));
                    }
                }
                else if (!MessageTypes.AreSame(first.Event, use.Event))
                {
                    report(Create(use, ShapeRuleText.Show(first.Event), $"in '{first.Handler}'", first.Location));
                }
            }
        }
    }

    private static Diagnostic Create(Use use, string carried, string where, params Location[] others) => Diagnostic.Create(
        DiagnosticDescriptors.TopicEvent, use.Location, others, use.Topic, carried, where, use.Handler, ShapeRuleText.Show(use.Event));

    private sealed class Use(string topic, ITypeSymbol carried, string handler, Location location)
    {
        public string Topic { get; } = topic;

        public ITypeSymbol Event { get; } = carried;

        public string Handler { get; } = handler;

        public Location Location { get; } = location;
    }
}
