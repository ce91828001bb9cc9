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

/// <summary>COERCE0104: gives the actor that watches a handler for what it watches for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddTerminatedFix)), Shared]
internal sealed class AddTerminatedFix : ActorFix<AddTerminatedFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(WellKnownNames.WatchId);

    internal override async Task<Plan?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (call, model) = await Declarations.FindAsync<InvocationExpressionSyntax>(document, diagnostic, cancellationToken)
            .ConfigureAwait(false);
        return call is not null
            && model?.Compilation.GetTypeByMetadataName("Coerce.Terminated") is { } terminated
            && ActorOf(call, model, cancellationToken) is { } actor
            && HandlerPlace.Of(actor, document.Project.Solution, cancellationToken) is { } place
            ? new Plan(place, terminated)
            : null;
    }

    internal override string Title(Plan plan) => "Add a handler for 'Terminated'";

    internal override async Task EditAsync(SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        // Several calls in one actor are one handler.
        foreach (var actor in plans.GroupBy(plan => (plan.Place.Class, plan.Place.Neighbour)))
        {
            var first = actor.First();
            await first.Place.AddAsync(solution, new[] { new NewHandler(first.Terminated, null) }, cancellationToken).ConfigureAwait(false);
        }
    }

    // Of "context.Watch(other)", or "WatchExtensions.Watch(context, other)".
    private static INamedTypeSymbol? ActorOf(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        var candidates = call.ArgumentList.Arguments.Select(static argument => argument.Expression);
        if (call.Expression is MemberAccessExpressionSyntax access)
        {
            candidates = candidates.Prepend(access.Expression);
        }

        foreach (var candidate in candidates)
        {
            if (model.GetTypeInfo(candidate, cancellationToken).Type is INamedTypeSymbol type
                && KnownTypes.IsActorContext(type)
                && type.TypeArguments[0] is INamedTypeSymbol reference)
            {
                return KnownAttributes.ActorOf(reference);
            }
        }

        return null;
    }

    internal sealed record Plan(HandlerPlace Place, INamedTypeSymbol Terminated);
}
