using System.Collections.Immutable;
using System.Linq;
using Coerce.Analyzers.Bodies;
using Coerce.Analyzers.Isolation;
using Coerce.Analyzers.Memory;
using Coerce.Analyzers.Rules;
using Coerce.Analyzers.Rules.Async;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers;

/// <summary>Walks through each body once and shows every rule on bodies what it wants to see.</summary>
/// <remarks>A body that is sound is not looked at again before its file changes, or a declaration anywhere.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BodyAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<BodyRule> Rules = ImmutableArray.Create<BodyRule>(
        new OwnStateReplyRule(),
        new ActorObjectRule(),
        new EscapeRule(),
        new UsedAfterTransferRule(),
        new BlockingCallRule(),
        new AsyncVoidRule(),
        new LostAskRule());

    private static readonly ImmutableArray<ImmutableArray<BodyRule>> RulesByKind = Enumerable
        .Range(0, Rules.Max(static rule => rule.Kinds.Max(static kind => (int)kind)) + 1)
        .Select(static kind => Rules.Where(rule => rule.Kinds.Contains((OperationKind)kind)).ToImmutableArray())
        .ToImmutableArray();

    private readonly SourceMemory<Nothing> _sound = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        DiagnosticDescriptors.OwnStateReply,
        DiagnosticDescriptors.ActorObject,
        DiagnosticDescriptors.Escape,
        DiagnosticDescriptors.UsedAfterTransfer,
        DiagnosticDescriptors.BlockingCall,
        DiagnosticDescriptors.AsyncVoid,
        DiagnosticDescriptors.LostAsk);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (Sendability.Of(start.Compilation) is { } sendability)
            {
                var sound = _sound.Of(start.Compilation);
                var actors = new ActorClasses();
                start.RegisterOperationBlockAction(member =>
                {
                    if (sound.Find(member.OperationBlocks) is null && IsSound(new BodyContext(member, sendability, actors)))
                    {
                        sound.Remember(member.OperationBlocks, Nothing.Instance);
                    }
                });
            }
        });
    }

    private static bool IsSound(BodyContext context)
    {
        foreach (var rule in Rules)
        {
            rule.AnalyzeMember(context);
        }

        foreach (var body in context.Bodies)
        {
            foreach (var operation in body.DescendantsAndSelf())
            {
                foreach (var rule in RulesOf(operation.Kind))
                {
                    rule.Analyze(operation, context);
                }
            }
        }

        return context.IsSound;
    }

    private static ImmutableArray<BodyRule> RulesOf(OperationKind kind)
        => (int)kind < RulesByKind.Length ? RulesByKind[(int)kind] : ImmutableArray<BodyRule>.Empty;
}
