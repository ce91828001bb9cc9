using System;
using System.Collections.Immutable;
using System.Threading;
using Coerce.Analyzers.Isolation;
using Coerce.Analyzers.Memory;
using Coerce.Analyzers.Rules;
using Coerce.Analyzers.Rules.Protocols;
using Coerce.Analyzers.Rules.Wire;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers;

/// <summary>Looks at each actor once and lets every rule on declarations word the problems that are its own.</summary>
/// <remarks>A class that is sound is not looked at again before a declaration changes, anywhere, or the class itself.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ActorAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<ShapeRuleText> Rules = ImmutableArray.Create<ShapeRuleText>(
        new PartialRule(),
        new PlainClassRule(),
        new HandlerSignatureRule(),
        new DuplicateHandlerRule(),
        new NoHandlerRule(),
        new ConstructorRule(),
        new NameTakenRule(),
        new LifecycleSignatureRule(),
        new EntityKeyRule(),
        new EntityParameterRule(),
        new HandlersDifferRule());

    private readonly SourceMemory<Nothing> _sound = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        DiagnosticDescriptors.NotPartial,
        DiagnosticDescriptors.UnsupportedClass,
        DiagnosticDescriptors.HandlerSignature,
        DiagnosticDescriptors.DuplicateHandler,
        DiagnosticDescriptors.HandlerOutsideActor,
        DiagnosticDescriptors.NoHandler,
        DiagnosticDescriptors.Constructor,
        DiagnosticDescriptors.NameTaken,
        DiagnosticDescriptors.LifecycleSignature,
        DiagnosticDescriptors.Settings,
        DiagnosticDescriptors.Subscriber,
        DiagnosticDescriptors.LostReply,
        DiagnosticDescriptors.TopicName,
        DiagnosticDescriptors.EntityKey,
        DiagnosticDescriptors.EntityParameter,
        DiagnosticDescriptors.EntitySettings,
        DiagnosticDescriptors.MissingCase,
        DiagnosticDescriptors.CaseReply,
        DiagnosticDescriptors.Protocol,
        DiagnosticDescriptors.MessageLeft,
        DiagnosticDescriptors.BehaviorClass,
        DiagnosticDescriptors.InitialBehavior,
        DiagnosticDescriptors.InitialConstructor,
        DiagnosticDescriptors.Stashes,
        DiagnosticDescriptors.HandlersDiffer,
        DiagnosticDescriptors.SharedState,
        DiagnosticDescriptors.VisibleState,
        DiagnosticDescriptors.Contract);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.ActorAttributeMetadataName) is not null)
            {
                var sound = _sound.Of(start.Compilation);
                var sendability = Sendability.Of(start.Compilation);
                start.RegisterSymbolAction(symbol => AnalyzeUnlessSound(symbol, sound, sendability), SymbolKind.NamedType);
            }
        });
    }

    private static void AnalyzeUnlessSound(SymbolAnalysisContext context, SourceMemory<Nothing>.Session sound, Sendability? sendability)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (sound.Find(type) is not null)
        {
            return;
        }

        var isSound = true;
        Analyze(type, context.Compilation, sendability, Report, context.CancellationToken);
        if (isSound)
        {
            sound.Remember(type, Nothing.Instance);
        }

        void Report(Diagnostic diagnostic)
        {
            isSound = false;
            context.ReportDiagnostic(diagnostic);
        }
    }

    private static void Analyze(
        INamedTypeSymbol type, Compilation compilation, Sendability? sendability, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        // On a struct or an interface the compiler refuses the attribute itself (CS0592).
        BehaviorClassRule.Report(type, report);
        HandlerOutsideActorRule.Report(type, report);
        ContractRule.Report(type, compilation, report);
        if (type.TypeKind != TypeKind.Class)
        {
            return;
        }

        EntityKeyRule.ReportMisplaced(type, report);
        if (!KnownAttributes.IsActor(type))
        {
            return;
        }

        var shape = ActorShape.Of(type);
        foreach (var problem in shape.Problems)
        {
            foreach (var rule in Rules)
            {
                if (rule.Rule == problem.Rule && rule.Describe(shape, problem) is { } diagnostic)
                {
                    report(diagnostic);
                }
            }
        }

        HandlerSignatureRule.ReportUnseenTypes(shape, report);
        SettingsRule.Report(shape, report, cancellationToken);
        SubscriptionRule.Report(shape, report, cancellationToken);
        EntitySettingsRule.Report(shape, report, cancellationToken);
        if (shape.Protocol is { } protocol)
        {
            ProtocolRule.Report(shape, protocol, report, cancellationToken);
            MissingCaseRule.Report(shape, protocol, report);
            CaseReplyRule.Report(shape, protocol, report);
        }

        if (!shape.Behaviors.IsEmpty)
        {
            InitialBehaviorRule.Report(shape, report);
            StashesRule.Report(shape, compilation, report);
            MessageLeftRule.Report(shape, compilation, report);
        }

        var withoutContract = ContractRule.Report(shape, compilation, report, cancellationToken);
        if (sendability is not null && shape.ClassFault == ClassFault.None)
        {
            SharedStateRule.Report(shape, withoutContract, compilation, sendability, report, cancellationToken);
            VisibleStateRule.Report(shape, sendability, report);
        }
    }
}
