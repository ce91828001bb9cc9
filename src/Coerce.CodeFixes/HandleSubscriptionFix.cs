using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Coerce.CodeAnalysis;
using Coerce.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Coerce.CodeFixes;

/// <summary>COERCE0030: marks the subscribed method as a handler, where it would be a sound one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HandleSubscriptionFix)), Shared]
internal sealed class HandleSubscriptionFix : ActorFix<HandleSubscriptionFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0030");

    internal override async Task<Plan?> PlanAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!Faults.Is(diagnostic, SubscriptionFault.NotAHandler))
        {
            return null;
        }

        var (method, model) = await Declarations.FindAsync<MethodDeclarationSyntax>(document, diagnostic, cancellationToken)
            .ConfigureAwait(false);
        return method is not null
            && model?.GetDeclaredSymbol(method, cancellationToken) is { ContainingType: { } actor } symbol
            && IsSoundAsHandler(symbol, actor)
            ? new Plan(document, method, Names.InScope(model, method.SpanStart, WellKnownNames.HandlesAttribute))
            : null;
    }

    internal override string Title(Plan plan) => "Mark the method with [Handles]";

    internal override async Task EditAsync(
        SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        var done = new HashSet<SyntaxNode>();
        foreach (var plan in plans)
        {
            if (!done.Add(plan.Method))
            {
                continue;
            }

            var editor = await solution.GetDocumentEditorAsync(plan.Document.Id, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(
                plan.Method, (current, _) => Attributes.AddBefore((MemberDeclarationSyntax)current, plan.Attribute));
        }
    }

    private static bool IsSoundAsHandler(IMethodSymbol method, INamedTypeSymbol actor)
    {
        var handler = HandlerSignature.Of(method, actor);
        if (!handler.IsSound || handler.Style != HandlerStyle.Message || handler.ReplyKind == ReplyKind.Stream)
        {
            return false;
        }

        foreach (var other in ActorShape.Of(actor).Handlers)
        {
            if (other.Message is { } taken && handler.Message is { } wanted && MessageTypes.AreSame(taken, wanted))
            {
                return false;
            }
        }

        return true;
    }

    internal sealed record Plan(Document Document, MethodDeclarationSyntax Method, string Attribute);
}
