using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Coerce.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.FindSymbols;

namespace Coerce.CodeFixes.Async;

/// <summary>COERCE0302: returns a <c>Task</c>, and awaits it where the function is called.</summary>
/// <remarks>Where a caller cannot await, and for a lambda, whose type is that of the delegate, nothing is offered.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReturnTaskFix)), Shared]
internal sealed class ReturnTaskFix : ActorFix<ReturnTaskFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0302");

    internal override async Task<Plan?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (node, model) = await Declarations.FindAsync<SyntaxNode>(document, diagnostic, cancellationToken).ConfigureAwait(false);
        if (node is not (MethodDeclarationSyntax or LocalFunctionStatementSyntax)
            || model?.GetDeclaredSymbol(node, cancellationToken) is not IMethodSymbol { IsVirtual: false, IsOverride: false, IsPartialDefinition: false, PartialDefinitionPart: null } symbol
            || symbol.ContainingType.AllInterfaces.SelectMany(static type => type.GetMembers())
                .Any(member => SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol)))
        {
            return null;
        }

        var calls = ImmutableArray.CreateBuilder<(DocumentId, ExpressionSyntax)>();
        var references = await SymbolFinder.FindReferencesAsync(symbol, document.Project.Solution, cancellationToken).ConfigureAwait(false);
        foreach (var location in references.SelectMany(static reference => reference.Locations))
        {
            if (location.Document is SourceGeneratedDocument)
            {
                continue;
            }

            var root = await location.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            if (FindCall(root!.FindNode(location.Location.SourceSpan, getInnermostNodeForTie: true)) is not { } call)
            {
                return null;
            }

            calls.Add((location.Document.Id, call));
        }

        return new Plan(document, model.Compilation, node, calls.ToImmutable());
    }

    internal override string Title(Plan plan) => "Return Task";

    internal override async Task EditAsync(SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var (document, call) in plans.SelectMany(static plan => plan.Calls).Distinct())
        {
            var editor = await solution.GetDocumentEditorAsync(document, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(call, static (current, _) => Awaits.InPlaceOf((ExpressionSyntax)current, (ExpressionSyntax)current));
        }

        foreach (var plan in plans.OrderBy(static plan => plan.Function.Span.Length))
        {
            var editor = await solution.GetDocumentEditorAsync(plan.Document.Id, cancellationToken).ConfigureAwait(false);
            var task = (TypeSyntax)editor.Generator.TypeExpression(plan.Compilation.GetTypeByMetadataName("System.Threading.Tasks.Task")!, addImport: true);
            editor.ReplaceNode(plan.Function, (current, _) => current switch
            {
                MethodDeclarationSyntax method => method.WithReturnType(task.WithTriviaFrom(method.ReturnType)),
                LocalFunctionStatementSyntax function => function.WithReturnType(task.WithTriviaFrom(function.ReturnType)),
                _ => current,
            });
        }

        foreach (var inDocument in plans.GroupBy(static plan => plan.Document.Id))
        {
            var editor = await solution.GetDocumentEditorAsync(inDocument.Key, cancellationToken).ConfigureAwait(false);
            MethodRewriter.ImportTasks(editor, inDocument.First().Function.SpanStart);
        }
    }

    // A call that is a statement of an async function: there it can be awaited.
    private static InvocationExpressionSyntax? FindCall(SyntaxNode name)
    {
        var called = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        if (called.Parent is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } call || call.Expression != called)
        {
            return null;
        }

        foreach (var node in call.Ancestors())
        {
            switch (node)
            {
                case LockStatementSyntax or UnsafeStatementSyntax:
                    return null;
                case AnonymousFunctionExpressionSyntax function:
                    return function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword) ? call : null;
                case LocalFunctionStatementSyntax function:
                    return function.Modifiers.Any(SyntaxKind.AsyncKeyword) ? call : null;
                case MemberDeclarationSyntax member and not GlobalStatementSyntax:
                    return member.Modifiers.Any(SyntaxKind.AsyncKeyword) ? call : null;
            }
        }

        return null;
    }

    internal sealed record Plan(
        Document Document, Compilation Compilation, SyntaxNode Function, ImmutableArray<(DocumentId Document, ExpressionSyntax Call)> Calls);
}
