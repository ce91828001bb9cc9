using System.Collections.Immutable;
using Coerce.Analyzers.Rules;
using Coerce.Analyzers.Rules.Protocols;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers;

/// <summary>Looks at each actor once and lets every rule word the problems that are its own.</summary>
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

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        DiagnosticDescriptors.NotPartial,
        DiagnosticDescriptors.UnsupportedClass,
        DiagnosticDescriptors.HandlerSignature,
        DiagnosticDescriptors.DuplicateHandler,
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
        DiagnosticDescriptors.HandlersDiffer);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.ActorAttributeMetadataName) is not null)
            {
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        // On a struct or an interface the compiler refuses the attribute itself (CS0592).
        var type = (INamedTypeSymbol)context.Symbol;
        BehaviorClassRule.Report(type, context.ReportDiagnostic);
        if (type.TypeKind != TypeKind.Class)
        {
            return;
        }

        EntityKeyRule.ReportMisplaced(type, context.ReportDiagnostic);
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
                    context.ReportDiagnostic(diagnostic);
                }
            }
        }

        HandlerSignatureRule.ReportUnseenTypes(shape, context.ReportDiagnostic);
        SettingsRule.Report(shape, context.ReportDiagnostic, context.CancellationToken);
        SubscriptionRule.Report(shape, context.ReportDiagnostic, context.CancellationToken);
        EntitySettingsRule.Report(shape, context.ReportDiagnostic, context.CancellationToken);
        if (shape.Protocol is { } protocol)
        {
            ProtocolRule.Report(shape, protocol, context.ReportDiagnostic, context.CancellationToken);
            MissingCaseRule.Report(shape, protocol, context.ReportDiagnostic);
            CaseReplyRule.Report(shape, protocol, context.ReportDiagnostic);
        }

        if (!shape.Behaviors.IsEmpty)
        {
            InitialBehaviorRule.Report(shape, context.ReportDiagnostic);
            StashesRule.Report(shape, context.Compilation, context.ReportDiagnostic);
            MessageLeftRule.Report(shape, context.Compilation, context.ReportDiagnostic);
        }
    }
}
