using System;
using System.Linq;
using System.Threading;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Coerce.CodeFixes.Async;

/// <summary>Writes what blocks as a task to be awaited.</summary>
internal static class BlockingText
{
    /// <summary>The expression that blocks, and what makes the task of it; null when there is no task that means the same.</summary>
    internal static (ExpressionSyntax Blocking, Func<ExpressionSyntax, ExpressionSyntax> Task)? Of(
        SimpleNameSyntax name, string kind, SemanticModel model, SyntaxGenerator generator, CancellationToken cancellationToken)
    {
        var member = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name;
        var call = member.Parent is InvocationExpressionSyntax invocation && invocation.Expression == member ? invocation : null;
        return kind switch
        {
            "AwaitIt" when name.Identifier.ValueText == "Result" && member is MemberAccessExpressionSyntax => (member, Receiver),
            "AwaitIt" when name.Identifier.ValueText == "GetResult" && call is not null => (call, static result => Receiver(Receiver(result))),
            "AwaitIt" when call is { Parent: ExpressionStatementSyntax or ArrowExpressionClauseSyntax } => (call, Receiver),
            "AwaitAsync" when call?.ArgumentList.Arguments.Count == 1 && IsToken(call.ArgumentList.Arguments[0]) =>
                (call, static wait => Renamed(wait, "WaitAsync")),
            "WhenAll" when call is not null && IsListOfTasks(call) => (call, static wait => Renamed(wait, "WhenAll")),
            "WhenAny" when call is { Parent: ExpressionStatementSyntax } && IsListOfTasks(call) => (call, static wait => Renamed(wait, "WhenAny")),
            "Delay" when call is not null => (call, sleep => Delay((InvocationExpressionSyntax)sleep, name, model, generator, cancellationToken)),
            "Twin" when call is not null && member is MemberAccessExpressionSyntax => Twin(call, name, model, cancellationToken),
            _ => null,
        };

        bool IsToken(ArgumentSyntax argument)
            => model.GetTypeInfo(argument.Expression, cancellationToken).ConvertedType is { } type && KnownTypes.IsCancellationToken(type);

        // A deadline or a token has no place in the other method.
        bool IsListOfTasks(InvocationExpressionSyntax wait)
            => model.GetSymbolInfo(wait, cancellationToken).Symbol is IMethodSymbol { Parameters.Length: 1 };
    }

    private static InvocationExpressionSyntax Delay(
        InvocationExpressionSyntax sleep, SimpleNameSyntax name, SemanticModel model, SyntaxGenerator generator, CancellationToken cancellationToken)
    {
        var task = (ExpressionSyntax)generator.TypeExpression(model.Compilation.GetTypeByMetadataName("System.Threading.Tasks.Task")!, addImport: true);
        var delay = SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, task, SyntaxFactory.IdentifierName("Delay"));
        return WithToken(sleep.WithExpression(delay.WithTriviaFrom(sleep.Expression)), Token(name, model, cancellationToken));
    }

    private static (ExpressionSyntax, Func<ExpressionSyntax, ExpressionSyntax>)? Twin(
        InvocationExpressionSyntax call, SimpleNameSyntax name, SemanticModel model, CancellationToken cancellationToken)
    {
        var twin = name.Identifier.ValueText + WellKnownNames.AsyncSuffix;
        var token = Token(name, model, cancellationToken);
        return Binds(token) ? (call, wait => WithToken((InvocationExpressionSyntax)Renamed(wait, twin), token))
            : Binds(null) ? (call, wait => Renamed(wait, twin))
            : null;

        bool Binds(string? withToken)
            => model.GetSpeculativeSymbolInfo(
                call.SpanStart, WithToken((InvocationExpressionSyntax)Renamed(call, twin), withToken), SpeculativeBindingOption.BindAsExpression).Symbol is not null;
    }

    private static InvocationExpressionSyntax WithToken(InvocationExpressionSyntax call, string? token)
    {
        if (token is null)
        {
            return call;
        }

        var arguments = call.ArgumentList.Arguments;
        var added = SyntaxFactory.Argument(SyntaxFactory.IdentifierName(token));
        if (arguments.Any(static argument => argument.NameColon is not null))
        {
            added = added.WithNameColon(SyntaxFactory.NameColon(SyntaxFactory.IdentifierName("cancellationToken"))
                .WithTrailingTrivia(SyntaxFactory.Space));
        }

        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        return call.WithArgumentList(call.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(
            arguments.Concat(new[] { added }),
            arguments.Count == 0 ? Enumerable.Empty<SyntaxToken>() : arguments.GetSeparators().Concat(new[] { comma }))));
    }

    /// <summary>The token of the handler, which a function in it can use as well.</summary>
    private static string? Token(SyntaxNode place, SemanticModel model, CancellationToken cancellationToken)
    {
        for (var node = place.Parent; node is not null; node = node.Parent)
        {
            if (node is MethodDeclarationSyntax method)
            {
                return model.GetDeclaredSymbol(method, cancellationToken)?.Parameters.FirstOrDefault(static parameter => KnownTypes.IsCancellationToken(parameter.Type))?.Name;
            }

            if (node is LocalFunctionStatementSyntax { Modifiers: var modifiers } && modifiers.Any(SyntaxKind.StaticKeyword))
            {
                return null;
            }
        }

        return null;
    }

    private static ExpressionSyntax Receiver(ExpressionSyntax expression)
    {
        var member = expression is InvocationExpressionSyntax call ? call.Expression : expression;
        return ((MemberAccessExpressionSyntax)member).Expression;
    }

    private static ExpressionSyntax Renamed(ExpressionSyntax call, string name)
    {
        var invocation = (InvocationExpressionSyntax)call;
        return invocation.Expression is MemberAccessExpressionSyntax access
            ? invocation.WithExpression(access.WithName(SyntaxFactory.IdentifierName(name).WithTriviaFrom(access.Name)))
            : invocation.WithExpression(SyntaxFactory.IdentifierName(name).WithTriviaFrom(invocation.Expression));
    }
}
