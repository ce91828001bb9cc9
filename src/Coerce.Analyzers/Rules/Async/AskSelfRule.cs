using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Coerce.Analyzers.Memory;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Rules.Async;

/// <summary>COERCE0304: an actor that waits for itself waits for ever.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AskSelfRule : DiagnosticAnalyzer
{
    private readonly SourceMemory<Nothing> _sound = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.AskSelf);

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
                start.RegisterSymbolStartAction(type => AnalyzeUnlessSound(type, sound), SymbolKind.NamedType);
            }
        });
    }

    private static void AnalyzeUnlessSound(SymbolStartAnalysisContext context, SourceMemory<Nothing>.Session sound)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (sound.Find(type) is not null)
        {
            return;
        }

        if (ActorCode.ActorOf(type) is { } actor)
        {
            AnalyzeType(context, type, actor, sound);
        }
        else
        {
            sound.Remember(type, Nothing.Instance);
        }
    }

    private static void AnalyzeType(
        SymbolStartAnalysisContext context, INamedTypeSymbol type, INamedTypeSymbol actor, SourceMemory<Nothing>.Session sound)
    {
        var asks = new ConcurrentBag<(IInvocationOperation Ask, ISymbol? Receiver)>();
        var members = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        context.RegisterOperationAction(operation => CollectAsk(operation, actor, asks), OperationKind.Invocation);
        context.RegisterOperationAction(operation => CollectValue(operation.Operation, members), OperationKind.SimpleAssignment, OperationKind.FieldInitializer);
        context.RegisterSymbolEndAction(end =>
        {
            var isSound = true;
            foreach (var (ask, receiver) in asks)
            {
                if (receiver is null || (members.TryGetValue(receiver, out var isSelf) && isSelf))
                {
                    isSound = false;
                    end.ReportDiagnostic(Diagnostic.Create(
                        DiagnosticDescriptors.AskSelf, OperationNames.Locate(ask), actor.Name, $"{ask.TargetMethod.ContainingType.Name}.{ask.TargetMethod.Name}"));
                }
            }

            // Of a class that is looked at for the sake of one file, not all may have been seen.
            if (isSound && context.FilterTree is null)
            {
                sound.Remember(type, Nothing.Instance);
            }
        });
    }

    private static void CollectAsk(OperationAnalysisContext context, INamedTypeSymbol actor, ConcurrentBag<(IInvocationOperation Ask, ISymbol? Receiver)> asks)
    {
        var ask = (IInvocationOperation)context.Operation;
        if (!AskCalls.MayBeAsk(ask.TargetMethod.Name)
            || !AskCalls.IsAsk(ask.TargetMethod)
            || !SymbolEqualityComparer.Default.Equals(ActorCode.ActorOf(context.ContainingSymbol), actor)
            || LetsOthersIn((IMethodSymbol)context.ContainingSymbol, actor)
            || !AskUse.IsAwaited(ask)
            || !ActorCode.RunsInTurn(ask))
        {
            return;
        }

        if (Receiver(ask) is IFieldReferenceOperation { Field: { DeclaredAccessibility: Accessibility.Private } field })
        {
            asks.Add((ask, field));
        }
        else if (IsSelf(Receiver(ask)))
        {
            asks.Add((ask, null));
        }
    }

    private static void CollectValue(IOperation operation, ConcurrentDictionary<ISymbol, bool> members)
    {
        if (operation is IFieldInitializerOperation initializer)
        {
            foreach (var field in initializer.InitializedFields)
            {
                Add(field, initializer.Value);
            }
        }
        else if (operation is ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Field: var field }, Value: var value })
        {
            Add(field, value);
        }

        void Add(IFieldSymbol field, IOperation value)
        {
            var isSelf = IsSelf(Unwrap(value));
            members.AddOrUpdate(field, isSelf, (_, all) => all && isSelf);
        }
    }

    // A method that no attribute marks may be called by any handler.
    private static bool LetsOthersIn(IMethodSymbol method, INamedTypeSymbol actor)
        => KnownAttributes.IsCalledByRuntime(method) ? KnownAttributes.IsReentrant(method)
            : actor.GetTypeMembers().Append(actor).SelectMany(static type => type.GetMembers()).OfType<IMethodSymbol>().Any(KnownAttributes.IsReentrant);

    private static IOperation? Receiver(IInvocationOperation ask)
        => ask.Instance is IConditionalAccessInstanceOperation conditional ? ConditionalReceiver(conditional) : Unwrap(ask.Instance);

    private static IOperation? ConditionalReceiver(IOperation instance)
    {
        for (var parent = instance.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access)
            {
                return Unwrap(access.Operation);
            }
        }

        return null;
    }

    /// <summary>Whether the text alone says so: a field may be anything.</summary>
    internal static bool IsOfSelf(IInvocationOperation ask) => IsSelf(Receiver(ask));

    private static bool IsSelf(IOperation? receiver) => receiver switch
    {
        IPropertyReferenceOperation { Property: { Name: "Self", ContainingType: { } context } } => KnownTypes.IsActorContext(context),
        ILocalReferenceOperation { Local: var local } => HoldsSelf(local, receiver),
        _ => false,
    };

    private static bool HoldsSelf(ILocalSymbol local, IOperation use)
    {
        var isSelf = false;
        foreach (var operation in ActorCode.Root(use).Descendants())
        {
            var value = operation switch
            {
                IVariableDeclaratorOperation declarator when Is(declarator.Symbol) => declarator.Initializer?.Value,
                ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when Is(target.Local) => assignment.Value,
                _ => null,
            };

            if (value is not null)
            {
                isSelf = Unwrap(value) is IPropertyReferenceOperation property && IsSelf(property);
                if (!isSelf)
                {
                    return false;
                }
            }
        }

        return isSelf;

        bool Is(ILocalSymbol other) => SymbolEqualityComparer.Default.Equals(other, local);
    }

    private static IOperation? Unwrap(IOperation? value)
    {
        while (value is IConversionOperation { Operand: var operand })
        {
            value = operand;
        }

        return value;
    }
}
