using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Coerce.CodeAnalysis;
using Coerce.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Coerce.CodeFixes.Async;

/// <summary>COERCE0304: tells itself where the reply is dropped. What a reply is needed for, a call of the method has to give.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TellSelfFix)), Shared]
internal sealed class TellSelfFix : ActorFix<TellSelfFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0304");

    internal override async Task<Plan?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (ask, model) = await Declarations.FindAsync<InvocationExpressionSyntax>(document, diagnostic, cancellationToken).ConfigureAwait(false);
        if (ask is null || model is null || FindAwait(ask) is not { } awaited || TellText.Of(ask, model, cancellationToken) is not { } tell)
        {
            return null;
        }

        // Without any await left "async" would be in vain.
        var function = awaited.Ancestors().First(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax);
        if (MethodRewriter.OwnNodes(function).Any(node => node != awaited && IsAwait(node)))
        {
            return new Plan(document, awaited, tell, null);
        }

        return function is MethodDeclarationSyntax method
            && await AsyncMethods.CanChangeAsync(document, method, model, cancellationToken).ConfigureAwait(false)
            && model.GetDeclaredSymbol(method, cancellationToken) is { ReturnType: INamedTypeSymbol returned }
            && (KnownTypes.IsTask(returned) || KnownTypes.IsValueTask(returned))
            && method.ReturnType is not (AliasQualifiedNameSyntax or NullableTypeSyntax)
                ? new Plan(document, awaited, tell, method)
                : null;
    }

    internal override string Title(Plan plan) => "Send the message with Tell";

    internal override async Task EditAsync(SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var plan in plans)
        {
            var editor = await solution.GetDocumentEditorAsync(plan.Document.Id, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(plan.Await, plan.Tell.WithTriviaFrom(plan.Await));
            if (plan.LosesAsync is { } method)
            {
                editor.ReplaceNode(method, static (current, _) => MethodRewriter.MakeSynchronous((MethodDeclarationSyntax)current));
            }
        }
    }

    private static AwaitExpressionSyntax? FindAwait(ExpressionSyntax ask)
    {
        while (ask.Parent is ParenthesizedExpressionSyntax or InvocationExpressionSyntax || ask.Parent is MemberAccessExpressionSyntax access && access.Expression == ask)
        {
            ask = (ExpressionSyntax)ask.Parent;
        }

        return ask.Parent is AwaitExpressionSyntax { Parent: ExpressionStatementSyntax } awaited ? awaited : null;
    }

    private static bool IsAwait(SyntaxNode node) => node switch
    {
        AwaitExpressionSyntax => true,
        CommonForEachStatementSyntax loop => loop.AwaitKeyword != default,
        UsingStatementSyntax block => block.AwaitKeyword != default,
        LocalDeclarationStatementSyntax declaration => declaration.AwaitKeyword != default,
        YieldStatementSyntax => true,
        _ => false,
    };

    internal sealed record Plan(Document Document, AwaitExpressionSyntax Await, InvocationExpressionSyntax Tell, MethodDeclarationSyntax? LosesAsync);
}
