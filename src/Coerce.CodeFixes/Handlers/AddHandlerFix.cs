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

namespace Coerce.CodeFixes.Handlers;

/// <summary>COERCE0101: gives the actor a handler for the message that was sent to it, in whichever file the actor is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddHandlerFix)), Shared]
internal sealed class AddHandlerFix : ActorFix<AddHandlerFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(WellKnownNames.UnhandledMessageId);

    internal override async Task<Plan?> PlanAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var solution = document.Project.Solution;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null
            || model is null
            || UnhandledCall.Find(root, diagnostic, model, cancellationToken) is not { } call
            || FindNeighbour(call.Actor, solution, cancellationToken) is not { } neighbour
            || await neighbour.Document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation
            || !NamedFrom.CanBeMessage(call.Message, call.Actor, compilation, solution, cancellationToken)
            || HandlesWithoutScope(call))
        {
            return null;
        }

        var reply = call.IsAsk ? new ReplyUse(model, cancellationToken).TypeOf(call.Expression) : null;
        if (reply is not null && !NamedFrom.CanBeMessage(reply, call.Actor, compilation, solution, cancellationToken))
        {
            reply = compilation.GetSpecialType(SpecialType.System_Object);
        }

        return new Plan(neighbour.Document, neighbour.Method, call.Actor.Name, call.Message, call.IsAsk, reply, call.HasScope);
    }

    internal override string Title(Plan plan)
        => $"Add a handler for '{plan.Message.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)}' to '{plan.Actor}'";

    internal override async Task EditAsync(
        SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        // All handlers of an actor have the same neighbour; the same message from several callers is one handler.
        foreach (var actor in plans.GroupBy(plan => plan.Neighbour))
        {
            var editor = await solution.GetDocumentEditorAsync(actor.First().Document.Id, cancellationToken).ConfigureAwait(false);
            var text = new HandlerText(actor.Key);
            editor.InsertAfter(actor.Key, Merge(actor).Select(plan => text.Write(plan.Message, plan.IsAsk, plan.Reply, plan.HasScope)));
        }
    }

    private static (Document Document, MethodDeclarationSyntax Method)? FindNeighbour(
        INamedTypeSymbol actor, Solution solution, CancellationToken cancellationToken)
    {
        var found = actor.GetMembers()
            .OfType<IMethodSymbol>()
            .Where(KnownAttributes.IsHandler)
            .SelectMany(method => Declarations.Of(method, solution, cancellationToken))
            .LastOrDefault();

        return found is (var document, MethodDeclarationSyntax declaration) ? (document, declaration) : null;
    }

    // A second handler for the message would be wrong; the one that there is has to take the scope.
    private static bool HandlesWithoutScope(UnhandledCall call)
        => call.HasScope && call.Actor.GetMembers().OfType<IMethodSymbol>().Any(method =>
            KnownAttributes.IsHandler(method)
            && method.Name is WellKnownNames.On or WellKnownNames.OnAsync
            && method.Parameters.Any(parameter => MessageTypes.AreSame(parameter.Type, call.Message)));

    // A caller that uses the reply knows most about the handler, one that only tells knows least.
    private static IEnumerable<Plan> Merge(IEnumerable<Plan> plans)
    {
        var merged = new List<Plan>();
        foreach (var plan in plans)
        {
            var index = merged.FindIndex(known => IsSameMessage(known, plan));
            if (index < 0)
            {
                merged.Add(plan);
            }
            else
            {
                var known = merged[index];
                merged[index] = (Knowledge(plan) > Knowledge(known) ? plan : known) with { HasScope = plan.HasScope || known.HasScope };
            }
        }

        return merged;
    }

    // Callers in several projects see the message each through a compilation of their own.
    private static bool IsSameMessage(Plan left, Plan right)
        => MessageTypes.AreSame(left.Message, right.Message)
            || left.Message.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
                == right.Message.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static int Knowledge(Plan plan)
        => plan.Reply switch
        {
            { SpecialType: not SpecialType.System_Object } => 3,
            not null => 2,
            null => plan.IsAsk ? 1 : 0,
        };

    internal sealed record Plan(
        Document Document, MethodDeclarationSyntax Neighbour, string Actor, ITypeSymbol Message, bool IsAsk, ITypeSymbol? Reply, bool HasScope);
}
