using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;

namespace Coerce.CodeFixes.Async;

/// <summary>Writes an ask as the tell of the same message.</summary>
internal static class TellText
{
    /// <summary>Null when it cannot be written as one.</summary>
    internal static InvocationExpressionSyntax? Of(InvocationExpressionSyntax ask, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetOperation(ask, cancellationToken) is not IInvocationOperation { TargetMethod: var method } call || !AskCalls.IsAsk(method))
        {
            return null;
        }

        var arguments = AskCalls.IsMethodStyle(method) ? OfMethod(call) : OfMessage(call);
        return arguments is null || Rename(ask.Expression) is not { } tell
            ? null
            : ask.WithExpression(tell).WithArgumentList(KeepLayout(ask.ArgumentList, arguments));
    }

    private static ExpressionSyntax? Rename(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.WithName(Tell(access.Name)),
        MemberBindingExpressionSyntax binding => binding.WithName(Tell(binding.Name)),
        _ => null,
    };

    private static SimpleNameSyntax Tell(SimpleNameSyntax name) => SyntaxFactory.IdentifierName(WellKnownNames.Tell).WithTriviaFrom(name);

    // Deadline and token end a wait that there is not.
    private static List<ArgumentSyntax>? OfMessage(IInvocationOperation call)
    {
        var kept = new List<ArgumentSyntax>();
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && Written(argument) is { } syntax && (parameter.Ordinal == 0 || IsScope(parameter)))
            {
                kept.Add(syntax);
            }
        }

        return kept;
    }

    private static List<ArgumentSyntax>? OfMethod(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (KnownAttributes.ActorOf(method.ContainingType) is not { } actor
            || Message(actor, WellKnownNames.WithoutAsync(method.Name)) is not { } message
            || (method.ContainingType.Arity > 0 && actor.ContainingType is not null))
        {
            return null;
        }

        var values = new List<string>();
        var scope = new List<ArgumentSyntax>();
        foreach (var argument in call.Arguments.OrderBy(argument => argument.Parameter?.Ordinal))
        {
            if (argument.Parameter is not { } parameter || KnownTypes.IsCancellationToken(parameter.Type) && parameter.Ordinal == method.Parameters.Length - 1)
            {
                continue;
            }

            if (IsScope(parameter) && Written(argument) is { } given)
            {
                scope.Add(given);
            }
            else if (Value(argument, parameter) is { } value)
            {
                values.Add(value);
            }
            else
            {
                return null;
            }
        }

        var type = (actor.Arity > 0 ? actor.Construct(method.ContainingType.TypeArguments.ToArray()) : actor)
            .ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        var created = (ObjectCreationExpressionSyntax)SyntaxFactory.ParseExpression(
            $"new {type}.{WellKnownNames.Messages}.{Escape(message.Name)}({string.Join(", ", values)})");
        created = created.WithType(created.Type.WithAdditionalAnnotations(Simplifier.Annotation));
        return [SyntaxFactory.Argument(created), .. scope];
    }

    private static INamedTypeSymbol? Message(INamedTypeSymbol actor, string name)
        => actor.GetTypeMembers(WellKnownNames.Messages).SelectMany(messages => messages.GetTypeMembers(name)).FirstOrDefault();

    private static string? Value(IArgumentOperation argument, IParameterSymbol parameter)
    {
        if (Written(argument) is { } syntax)
        {
            return syntax.Expression.ToString();
        }

        // Left out: the message has no defaults of its own.
        return !parameter.HasExplicitDefaultValue ? null
            : parameter.ExplicitDefaultValue is null ? "default"
            : parameter.Type.TypeKind == TypeKind.Enum ? null
            : SymbolDisplay.FormatPrimitive(parameter.ExplicitDefaultValue, quoteStrings: true, useHexadecimalNumbers: false);
    }

    // Around a parenthesis or a "!" the operation has the syntax of what is inside.
    private static ArgumentSyntax? Written(IArgumentOperation argument)
        => argument.ArgumentKind == ArgumentKind.Explicit ? argument.Syntax.FirstAncestorOrSelf<ArgumentSyntax>() : null;

    private static bool IsScope(IParameterSymbol parameter) => KnownTypes.IsRequestScope(parameter.Type);

    private static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    private static ArgumentListSyntax KeepLayout(ArgumentListSyntax list, List<ArgumentSyntax> arguments)
    {
        // Nothing left out: lines and comments stay as they are.
        if (list.Arguments.SequenceEqual(arguments))
        {
            return list;
        }

        var plain = arguments.Select(argument => argument.WithoutTrivia());
        var separators = Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), arguments.Count - 1);
        return list.WithArguments(SyntaxFactory.SeparatedList(plain, separators));
    }
}
