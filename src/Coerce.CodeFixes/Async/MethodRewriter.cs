using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Coerce.CodeAnalysis;
using Coerce.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Coerce.CodeFixes.Async;

/// <summary>Makes a method async, or makes it so no longer.</summary>
internal static class MethodRewriter
{
    private const string TaskMetadataName = "System.Threading.Tasks.Task";

    internal static bool CanMakeAsync(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellationToken)
    {
        if (method.Modifiers.Any(SyntaxKind.UnsafeKeyword)
            || OwnNodes(method).Any(static node => node is YieldStatementSyntax)
            || model.GetDeclaredSymbol(method, cancellationToken) is not { ReturnsByRef: false, ReturnsByRefReadonly: false } symbol
            || symbol.ReturnType.IsRefLikeType
            || KnownTypes.IsDeferred(symbol.ReturnType)
            || KnownTypes.IsStream(symbol.ReturnType))
        {
            return false;
        }

        // What returns a task hands it on: it has to be awaited here instead, which a return in the middle cannot say in one statement.
        return !IsTask(symbol.ReturnType, out var hasValue)
            || hasValue
            || Returns(method).All(returned => IsCompleted(returned.Expression) || IsLast(returned, method));
    }

    internal static void MakeAsync(SyntaxEditor editor, MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellationToken)
    {
        var returned = model.GetDeclaredSymbol(method, cancellationToken)!.ReturnType;
        if (IsTask(returned, out var hasValue))
        {
            editor.ReplaceNode(method, (current, _) => AddAsync(AwaitReturns((MethodDeclarationSyntax)current, hasValue)));
            return;
        }

        var task = model.Compilation.GetTypeByMetadataName(returned.SpecialType == SpecialType.System_Void ? TaskMetadataName : TaskMetadataName + "`1")!;
        if (task.Arity > 0)
        {
            task = task.Construct(returned);
        }

        var type = (TypeSyntax)editor.Generator.TypeExpression(task, addImport: true);
        if (task.Arity > 0)
        {
            // The type as it was written, rather than as it is called.
            var written = type.DescendantNodesAndSelf().OfType<GenericNameSyntax>().First(static name => name.Identifier.ValueText == "Task");
            type = type.ReplaceNode(written.TypeArgumentList.Arguments[0], method.ReturnType.WithoutTrivia());
        }

        editor.ReplaceNode(method, (current, _) =>
        {
            var changed = (MethodDeclarationSyntax)current;
            return AddAsync(changed.WithReturnType(type.WithTriviaFrom(changed.ReturnType)));
        });
    }

    /// <summary>After all other edits of the document.</summary>
    internal static void ImportTasks(DocumentEditor editor, int position)
        => Imports.Add(editor, position, [editor.SemanticModel.Compilation.GetTypeByMetadataName(TaskMetadataName)]);

    /// <summary>Takes the word and the task away: the method has lost its last <c>await</c>.</summary>
    internal static MethodDeclarationSyntax MakeSynchronous(MethodDeclarationSyntax method)
    {
        var last = method.ReturnType.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().First(static name => name.Identifier.ValueText is "Task" or "ValueTask");
        var type = last is GenericNameSyntax generic
            ? generic.TypeArgumentList.Arguments[0]
            : SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.VoidKeyword));
        return (MethodDeclarationSyntax)Modifiers.Remove(
            method.WithReturnType(type.WithTriviaFrom(method.ReturnType)), SyntaxKind.AsyncKeyword);
    }

    /// <summary>What is inside the function itself, and not in one within it.</summary>
    internal static IEnumerable<SyntaxNode> OwnNodes(SyntaxNode function)
        => function.DescendantNodes(node => node == function || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));

    private static MethodDeclarationSyntax AddAsync(MethodDeclarationSyntax method)
    {
        var word = SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return method.Modifiers.Count > 0
            ? method.AddModifiers(word)
            : method.WithReturnType(method.ReturnType.WithLeadingTrivia())
                .AddModifiers(word.WithLeadingTrivia(method.ReturnType.GetLeadingTrivia()));
    }

    private static MethodDeclarationSyntax AwaitReturns(MethodDeclarationSyntax method, bool hasValue)
    {
        if (method.ExpressionBody is { Expression: var body })
        {
            return method.ReplaceNode(body, hasValue && Value(body) is { } plain ? plain.WithTriviaFrom(body) : Await(body));
        }

        var end = method.Body!.Statements.LastOrDefault();
        var dropped = end is ReturnStatementSyntax && !hasValue && IsCompleted(((ReturnStatementSyntax)end).Expression) ? end : null;
        var changed = method.ReplaceNodes(
            Returns(method).Where(returned => returned != dropped),
            (returned, _) => hasValue ? returned.WithExpression(Value(returned.Expression!) ?? Await(returned.Expression!))
                : IsCompleted(returned.Expression) ? SyntaxFactory.ReturnStatement().WithTriviaFrom(returned)
                : SyntaxFactory.ExpressionStatement(Await(returned.Expression!)).WithTriviaFrom(returned));
        return dropped is null
            ? changed
            : changed.RemoveNode(changed.Body!.Statements.Last(), SyntaxRemoveOptions.KeepExteriorTrivia & ~SyntaxRemoveOptions.KeepTrailingTrivia)!;
    }

    private static IEnumerable<ReturnStatementSyntax> Returns(MethodDeclarationSyntax method) => OwnNodes(method).OfType<ReturnStatementSyntax>();

    private static bool IsLast(ReturnStatementSyntax returned, MethodDeclarationSyntax method) => method.Body!.Statements.Last() == returned;

    private static bool IsTask(ITypeSymbol type, out bool hasValue)
    {
        hasValue = type is INamedTypeSymbol { Arity: 1 };
        return type is INamedTypeSymbol named && (KnownTypes.IsTask(named) || KnownTypes.IsValueTask(named));
    }

    private static bool IsCompleted(ExpressionSyntax? value)
        => value is LiteralExpressionSyntax or DefaultExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" };

    // Task.FromResult(1), new ValueTask<int>(1) and new(1) are 1.
    private static ExpressionSyntax? Value(ExpressionSyntax task) => task switch
    {
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromResult" },
            ArgumentList.Arguments: { Count: 1 } arguments,
        } => arguments[0].Expression,
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } => arguments[0].Expression,
        _ => null,
    };

    private static ExpressionSyntax Await(ExpressionSyntax task)
        => Awaits.Of(task.WithoutTrivia()).WithTriviaFrom(task);
}
