using System.Collections.Immutable;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Rules.Async;

/// <summary>COERCE0302: what is async returns a task, so that somebody can wait for its end. An error where the runtime has to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AsyncVoidRule : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.AsyncVoid);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.ActorAttributeMetadataName) is not null)
            {
                start.RegisterSymbolAction(AnalyzeMethod, SymbolKind.Method);
                start.RegisterOperationAction(AnalyzeFunction, OperationKind.LocalFunction, OperationKind.AnonymousFunction);
            }
        });
    }

    private static void AnalyzeMethod(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!IsAsyncVoid(method) || ActorCode.ActorOf(method) is not { } actor)
        {
            return;
        }

        // A handler that cannot be one, or that is reentrant without a task, has been told so.
        var isCalled = KnownAttributes.IsCalledByRuntime(method);
        if (!isCalled || (!KnownAttributes.IsReentrant(method) && !ActorShape.Of(actor).IsBroken(method)))
        {
            context.ReportDiagnostic(Create(method.Locations[0], $"'{ShapeRuleText.Show(method)}'", actor, isCalled));
        }
    }

    private static void AnalyzeFunction(OperationAnalysisContext context)
    {
        var (function, location) = context.Operation switch
        {
            ILocalFunctionOperation { Symbol: var local } => (local, local.Locations[0]),
            IAnonymousFunctionOperation { Symbol: var lambda, Syntax: AnonymousFunctionExpressionSyntax { AsyncKeyword: var word } } => (lambda, word.GetLocation()),
            _ => default,
        };

        if (function is not null && IsAsyncVoid(function) && ActorCode.ActorOf(context.ContainingSymbol) is { } actor)
        {
            var name = function.MethodKind == MethodKind.LocalFunction ? $"'{function.Name}'" : "The lambda";
            context.ReportDiagnostic(Create(location, name, actor, isCalledByRuntime: false));
        }
    }

    private static bool IsAsyncVoid(IMethodSymbol method) => method is { IsAsync: true, ReturnsVoid: true };

    private static Diagnostic Create(Location location, string name, INamedTypeSymbol actor, bool isCalledByRuntime) => Diagnostic.Create(
        DiagnosticDescriptors.AsyncVoid,
        location,
        isCalledByRuntime ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        additionalLocations: null,
        properties: null,
        name,
        actor.Name);
}
