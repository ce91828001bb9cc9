using System.Collections.Immutable;
using Coerce.Analyzers.Isolation;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0205: what runs in another thread, or later, does not touch the state of the actor.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EscapeRule : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.Escape);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (Sendability.Of(start.Compilation) is { } sendability)
            {
                var actors = new ActorClasses();
                start.RegisterOperationAction(
                    operation => Analyze(operation, sendability, actors), OperationKind.AnonymousFunction, OperationKind.MethodReference);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, Sendability sendability, ActorClasses actors)
    {
        var function = context.Operation;
        if (actors.Around(context.ContainingSymbol) is not { } actor
            || Elsewhere.NameOf(function) is not { } place
            || IsInEscape(function)
            || ComesBack(function, context.ContainingSymbol)
            || new StateTouch(actors, sendability).Find(function) is not { } touch)
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            DiagnosticDescriptors.Escape, touch.Place.Syntax.GetLocation(), touch.Member.Name, actor.Name, place));
    }

    // What is in a lambda that escapes is its mistake.
    private static bool IsInEscape(IOperation function)
    {
        for (var outer = function.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation && Elsewhere.NameOf(outer) is not null)
            {
                return true;
            }
        }

        return false;
    }

    // In a reentrant handler what PipeToSelf calls is in a turn, as what follows an await is.
    private static bool ComesBack(IOperation function, ISymbol containing)
        => OperationPlaces.Of(function) is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "PipeToSelf" } }
            && containing is IMethodSymbol method
            && KnownAttributes.IsReentrant(method);
}
