using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Coerce.CodeAnalysis;
using Coerce.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Coerce.CodeFixes;

/// <summary>COERCE0021: takes the parameter of an entity from services. Only what can be a service: an interface or a class that is no
/// ref and no text.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddFromServicesFix)), Shared]
internal sealed class AddFromServicesFix : ActorFix<AddFromServicesFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0021");

    internal override async Task<Plan?> PlanAsync(
        Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var (parameter, model) = await Declarations.FindAsync<ParameterSyntax>(document, diagnostic, cancellationToken)
            .ConfigureAwait(false);
        if (parameter is null
            || model?.GetDeclaredSymbol(parameter, cancellationToken) is not IParameterSymbol symbol
            || !CanBeService(symbol))
        {
            return null;
        }

        return new Plan(document, parameter, Names.InScope(model, parameter.SpanStart, WellKnownNames.FromServicesAttribute));
    }

    internal override string Title(Plan plan) => "Take it from services";

    internal override async Task EditAsync(
        SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var plan in plans)
        {
            var editor = await solution.GetDocumentEditorAsync(plan.Document.Id, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(plan.Parameter, (current, _) => Attributes.AddBefore((ParameterSyntax)current, plan.Attribute));
        }
    }

    private static bool CanBeService(IParameterSymbol parameter)
        => parameter is { RefKind: RefKind.None, HasExplicitDefaultValue: false, IsParams: false }
            && parameter.Type is INamedTypeSymbol { TypeKind: TypeKind.Interface or TypeKind.Class, SpecialType: SpecialType.None } type
            && KnownAttributes.ActorOf(type) is null;

    internal sealed record Plan(Document Document, ParameterSyntax Parameter, string Attribute);
}
