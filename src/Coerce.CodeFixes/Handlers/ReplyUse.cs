using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.CodeFixes.Handlers;

/// <summary>What a caller does with a reply tells the type that it expects.</summary>
internal sealed class ReplyUse(SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>Null when the reply is not used; <c>object</c> when it is used, but as anything.</summary>
    internal ITypeSymbol? TypeOf(ExpressionSyntax ask)
    {
        var task = Outermost(ask);
        if (task.Parent is AwaitExpressionSyntax awaited)
        {
            return OfTarget(awaited, isTask: false);
        }

        if (task.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } result)
        {
            return OfTarget(result, isTask: false);
        }

        return OfTarget(task, isTask: true);
    }

    // Parentheses, AsTask() and ConfigureAwait(...) do not change what the reply is.
    private static ExpressionSyntax Outermost(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression.Parent)
            {
                case ParenthesizedExpressionSyntax parentheses:
                    expression = parentheses;
                    break;
                case MemberAccessExpressionSyntax
                {
                    Name.Identifier.ValueText: "ConfigureAwait" or "AsTask",
                    Parent: InvocationExpressionSyntax call,
                }:
                    expression = call;
                    break;
                default:
                    return expression;
            }
        }
    }

    private ITypeSymbol? OfTarget(ExpressionSyntax expression, bool isTask)
    {
        while (expression.Parent is ParenthesizedExpressionSyntax parentheses)
        {
            expression = parentheses;
        }

        if (expression.Parent is ExpressionStatementSyntax
            || expression.Parent is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" } })
        {
            return null;
        }

        var target = TargetType(expression);
        if (isTask)
        {
            return target is INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 1 } task
                ? Nameable(task.TypeArguments[0])
                : null;
        }

        return target is { SpecialType: SpecialType.System_Void } ? null : Nameable(target);
    }

    private ITypeSymbol? TargetType(ExpressionSyntax expression) => expression.Parent switch
    {
        EqualsValueClauseSyntax
        {
            Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: false } } variable,
        } => TypeOf(model.GetDeclaredSymbol(variable, cancellationToken)),
        AssignmentExpressionSyntax assignment when assignment.Right == expression =>
            TypeOf(model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol)
                ?? model.GetTypeInfo(assignment.Left, cancellationToken).Type,
        CastExpressionSyntax cast => model.GetTypeInfo(cast.Type, cancellationToken).Type,
        ReturnStatementSyntax or ArrowExpressionClauseSyntax or LambdaExpressionSyntax => ReturnType(expression),
        ArgumentSyntax { Parent.Parent: ExpressionSyntax call } argument => ParameterType(call, argument),
        BinaryExpressionSyntax binary =>
            model.GetTypeInfo(binary.Left == expression ? binary.Right : binary.Left, cancellationToken).Type,
        IfStatementSyntax or WhileStatementSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } =>
            model.Compilation.GetSpecialType(SpecialType.System_Boolean),
        _ => null,
    };

    // Symbols know whether null is meant; what an expression is, changes with the flow.
    private static ITypeSymbol? TypeOf(ISymbol? variable) => variable switch
    {
        ILocalSymbol local => local.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    private ITypeSymbol? ReturnType(ExpressionSyntax expression)
    {
        var function = expression.Ancestors().FirstOrDefault(node =>
            node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax
                or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax);

        var method = function is AnonymousFunctionExpressionSyntax
            ? model.GetSymbolInfo(function, cancellationToken).Symbol as IMethodSymbol
            : function is null ? null : model.GetDeclaredSymbol(function, cancellationToken) as IMethodSymbol;

        if (method is not { IsAsync: true })
        {
            return method?.ReturnType;
        }

        return method.ReturnType is INamedTypeSymbol { Arity: 1 } task
            ? task.TypeArguments[0]
            : model.Compilation.GetSpecialType(SpecialType.System_Void);
    }

    // The call is bound at run time, because the argument is dynamic here: with one candidate there is no doubt.
    private ITypeSymbol? ParameterType(ExpressionSyntax call, ArgumentSyntax argument)
    {
        var arguments = (BaseArgumentListSyntax)argument.Parent!;
        var info = model.GetSymbolInfo(call, cancellationToken);
        var candidates = call is InvocationExpressionSyntax invocation
            ? model.GetMemberGroup(invocation.Expression, cancellationToken)
            : info.CandidateSymbols;
        var fitting = (info.Symbol is null ? candidates : candidates.Clear().Add(info.Symbol))
            .OfType<IMethodSymbol>()
            .Where(method => method.Parameters.Length >= arguments.Arguments.Count)
            .ToList();

        if (fitting.Count != 1)
        {
            return null;
        }

        var parameters = fitting[0].Parameters;
        return argument.NameColon is { } name
            ? parameters.FirstOrDefault(parameter => parameter.Name == name.Name.Identifier.ValueText)?.Type
            : parameters[arguments.Arguments.IndexOf(argument)].Type;
    }

    private ITypeSymbol Nameable(ITypeSymbol? type)
        => type is null or IDynamicTypeSymbol or IErrorTypeSymbol or ITypeParameterSymbol or { IsAnonymousType: true }
            ? model.Compilation.GetSpecialType(SpecialType.System_Object)
            : type;
}
