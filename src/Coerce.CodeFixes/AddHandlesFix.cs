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
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Coerce.CodeFixes;

/// <summary>COERCE0006: marks the methods that are named <c>On</c>: the attribute has been forgotten.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddHandlesFix)), Shared]
internal sealed class AddHandlesFix : ActorFix<AddHandlesFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0006");

    internal override async Task<Plan?> PlanAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (type, model) = await Declarations.FindAsync<TypeDeclarationSyntax>(document, diagnostic, cancellationToken)
            .ConfigureAwait(false);
        if (type is null || model?.GetDeclaredSymbol(type, cancellationToken) is not INamedTypeSymbol actor)
        {
            return null;
        }

        var handlers = ImmutableArray.CreateRange(actor.GetMembers().OfType<IMethodSymbol>()
            .Where(method => method.Name is WellKnownNames.On or WellKnownNames.OnAsync)
            .Select(method => HandlerSignature.Of(method, actor)));
        var methods = handlers
            .Where((handler, index) => handler.IsSound && DuplicateHandlers.FindEarlier(handlers, index) is null)
            .SelectMany(handler => Declarations.Of(handler.Method, document.Project.Solution, cancellationToken))
            .Where(found => found.Node is MethodDeclarationSyntax)
            .Select(found => (found.Document, (MethodDeclarationSyntax)found.Node))
            .ToImmutableArray();

        return methods.IsEmpty
            ? null
            : new Plan(methods, Names.InScope(model, type.SpanStart, WellKnownNames.HandlesAttribute));
    }

    internal override string Title(Plan plan) => "Mark the 'On' methods with [Handles]";

    internal override async Task EditAsync(
        SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var plan in plans)
        {
            foreach (var (document, method) in plan.Methods)
            {
                var editor = await solution.GetDocumentEditorAsync(document.Id, cancellationToken).ConfigureAwait(false);
                editor.ReplaceNode(
                    method, (current, _) => Attributes.AddBefore((MemberDeclarationSyntax)current, plan.Attribute));
            }
        }
    }

    internal sealed record Plan(ImmutableArray<(Document Document, MethodDeclarationSyntax Method)> Methods, string Attribute);
}
