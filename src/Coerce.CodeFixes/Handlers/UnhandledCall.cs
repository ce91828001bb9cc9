using System.Linq;
using System.Threading;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.CodeFixes.Handlers;

/// <summary>A message on its way to an actor that does not handle it.</summary>
internal sealed record UnhandledCall(ExpressionSyntax Expression, INamedTypeSymbol Actor, ITypeSymbol Message, bool IsAsk, bool HasScope)
{
    /// <summary>The compiler reports the call, or the name where it is not called: <c>list.ForEach(meter.Tell)</c>.</summary>
    internal static UnhandledCall? Find(
        SyntaxNode root, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        for (var current = node; current is ExpressionSyntax or ArgumentSyntax; current = current.Parent!)
        {
            if (current is ExpressionSyntax expression && FromMethod(expression, model, cancellationToken) is { } call)
            {
                return call;
            }
        }

        return null;
    }

    private static UnhandledCall? FromMethod(
        ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetSymbolInfo(expression, cancellationToken).Symbol is not IMethodSymbol { TypeArguments.Length: 1 } method
            || method.Name is not (WellKnownNames.Tell or WellKnownNames.TryTell or WellKnownNames.TellAsync
                or WellKnownNames.Schedule or WellKnownNames.AskAsync)
            || KnownAttributes.ActorOf(method.ContainingType) is not { } actor)
        {
            return null;
        }

        return new UnhandledCall(
            WholeCall(expression),
            actor,
            method.TypeArguments[0].WithNullableAnnotation(NullableAnnotation.NotAnnotated),
            method.Name == WellKnownNames.AskAsync,
            method.Parameters.Any(static parameter => KnownTypes.IsRequestScope(parameter.Type)));
    }

    private static ExpressionSyntax WholeCall(ExpressionSyntax expression)
    {
        var current = expression;
        while (current.Parent is MemberAccessExpressionSyntax access && access.Name == current
            || current.Parent is InvocationExpressionSyntax invocation && invocation.Expression == current
            || current.Parent is ConditionalAccessExpressionSyntax conditional && conditional.WhenNotNull == current
            || (current.Parent is MemberBindingExpressionSyntax && current is SimpleNameSyntax))
        {
            current = (ExpressionSyntax)current.Parent;
        }

        return current;
    }
}
