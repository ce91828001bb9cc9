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

namespace Coerce.CodeFixes.Handlers;

/// <summary>COERCE0103: lets the handler return what the case declares, where its body can.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReturnTypeFix)), Shared]
internal sealed class ReturnTypeFix : ActorFix<ReturnTypeFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0103");

    internal override async Task<Plan?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (method, model) = await Declarations.FindAsync<MethodDeclarationSyntax>(document, diagnostic, cancellationToken)
            .ConfigureAwait(false);
        if (method is null
            || model?.GetDeclaredSymbol(method, cancellationToken) is not { } symbol
            || ActorOf(symbol) is not { } actor
            || ActorShape.Of(actor).Protocol is not { } protocol)
        {
            return null;
        }

        // One handler of several cases can only reply what all of them declare.
        var cases = protocol.Cases.Where(handled => handled.Handlers.Any(handler => IsSame(handler.Method, symbol))).ToArray();
        var handler = cases.SelectMany(static handled => handled.Handlers).FirstOrDefault(candidate => IsSame(candidate.Method, symbol));
        if (handler is null || cases.Select(static handled => handled.Case.Reply).Distinct(SymbolEqualityComparer.Default).Count() != 1)
        {
            return null;
        }

        var body = new ReplyBody(method, symbol, model, cancellationToken);
        var declared = cases[0].Case.Reply;
        return ReplyTask(handler, declared, model.Compilation, body.Throws) is var type && type.IsKnown && body.CanReturn(declared, type.Type)
            ? new Plan(document, method, type.Type)
            : null;
    }

    internal override string Title(Plan plan)
        => $"Return '{plan.Type?.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat) ?? "void"}'";

    internal override async Task EditAsync(SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var plan in plans)
        {
            var editor = await solution.GetDocumentEditorAsync(plan.Document.Id, cancellationToken).ConfigureAwait(false);
            var type = plan.Type is { } known
                ? (TypeSyntax)editor.Generator.TypeExpression(known)
                : SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.VoidKeyword));
            editor.ReplaceNode(plan.Method.ReturnType, type.WithTriviaFrom(plan.Method.ReturnType));
            Imports.Add(editor, plan.Method.SpanStart, new[] { plan.Type });
        }
    }

    private static bool IsSame(IMethodSymbol left, IMethodSymbol right) => SymbolEqualityComparer.Default.Equals(left, right);

    private static INamedTypeSymbol? ActorOf(IMethodSymbol method)
    {
        var type = method.ContainingType;
        while (type is not null && !KnownAttributes.IsActor(type))
        {
            type = type.ContainingType;
        }

        return type;
    }

    /// <summary>The declared reply as the handler hands over its own: at once, in a task, or later. No type stands for nothing.</summary>
    private static (bool IsKnown, ITypeSymbol? Type) ReplyTask(
        HandlerSignature handler, ITypeSymbol? declared, Compilation compilation, bool throws)
    {
        const string Tasks = "System.Threading.Tasks.";
        return handler.ReplyKind switch
        {
            ReplyKind.Task or ReplyKind.TaskOfValue => Generic(Tasks + "Task"),
            ReplyKind.ValueTask or ReplyKind.ValueTaskOfValue => Generic(Tasks + "ValueTask"),
            ReplyKind.Void when handler.Method.IsAsync => Generic(Tasks + "Task"),
            ReplyKind.Void or ReplyKind.Value => (true, declared),
            ReplyKind.Deferred when declared is not null => Generic("Coerce.Deferred"),
            _ => (throws && !handler.Method.IsAsync, declared),
        };

        (bool, ITypeSymbol?) Generic(string name)
        {
            var type = compilation.GetTypeByMetadataName(declared is null ? name : name + "`1");
            return (type is not null, declared is null ? type : type?.Construct(declared));
        }
    }

    internal sealed record Plan(Document Document, MethodDeclarationSyntax Method, ITypeSymbol? Type);
}
