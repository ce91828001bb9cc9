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

/// <summary>COERCE0102: gives the actor a handler for each case that it lacks, with the reply that the case declares.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddCasesFix)), Shared]
internal sealed class AddCasesFix : ActorFix<AddCasesFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0102");

    internal override async Task<Plan?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (type, model) = await Declarations.FindAsync<ClassDeclarationSyntax>(document, diagnostic, cancellationToken)
            .ConfigureAwait(false);
        return type is not null
            && model?.GetDeclaredSymbol(type, cancellationToken) is INamedTypeSymbol actor
            && ActorShape.Of(actor).Protocol is { Missing: { IsEmpty: false } missing }
            && HandlerPlace.Of(actor, document.Project.Solution, cancellationToken) is { } place
            ? new Plan(place, missing)
            : null;
    }

    internal override string Title(Plan plan)
        => plan.Missing.Length == 1 ? "Add the handler that is missing" : "Add the handlers that are missing";

    internal override async Task EditAsync(SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var plan in plans)
        {
            var handlers = plan.Missing.Select(static message => new NewHandler(message.Type, message.Reply)).ToArray();
            await plan.Place.AddAsync(solution, handlers, cancellationToken).ConfigureAwait(false);
        }
    }

    internal sealed record Plan(HandlerPlace Place, ImmutableArray<ProtocolCase> Missing);
}
