using Coerce.Analyzers.Bodies;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Rules.Async;

/// <summary>COERCE0302: what is async returns a task, so that somebody can wait for its end. An error where the runtime has to.</summary>
internal sealed class AsyncVoidRule() : BodyRule(OperationKind.LocalFunction, OperationKind.AnonymousFunction)
{
    internal override void AnalyzeMember(BodyContext context)
    {
        if (context.Member is not IMethodSymbol method || !IsAsyncVoid(method) || context.Actor is not { } actor)
        {
            return;
        }

        // A handler that cannot be one, or that is reentrant without a task, has been told so.
        var isCalled = KnownAttributes.IsCalledByRuntime(method);
        if (!isCalled || (!KnownAttributes.IsReentrant(method) && !ActorShape.Of(actor).IsBroken(method)))
        {
            context.Report(Create(method.Locations[0], $"'{ShapeRuleText.Show(method)}'", actor, isCalled));
        }
    }

    internal override void Analyze(IOperation operation, BodyContext context)
    {
        var (function, location) = operation switch
        {
            ILocalFunctionOperation { Symbol: var local } => (local, local.Locations[0]),
            IAnonymousFunctionOperation { Symbol: var lambda, Syntax: AnonymousFunctionExpressionSyntax { AsyncKeyword: var word } } => (lambda, word.GetLocation()),
            _ => default,
        };

        if (function is not null && IsAsyncVoid(function) && context.Actor is { } actor)
        {
            var name = function.MethodKind == MethodKind.LocalFunction ? $"'{function.Name}'" : "The lambda";
            context.Report(Create(location, name, actor, isCalledByRuntime: false));
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
