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
using Microsoft.CodeAnalysis.FindSymbols;

namespace Coerce.CodeFixes.Wire;

/// <summary>COERCE0401: marks a type of another project with <c>[Contract]</c>, where it can have one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkContractFix)), Shared]
internal sealed class MarkContractFix : ActorFix<MarkContractFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0401");

    internal override async Task<Plan?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var solution = document.Project.Solution;
        if (!Faults.Is(diagnostic, ContractFaultKind.Foreign)
            || await Faults.TypeOfAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { Arity: 0 } seen
            || await SymbolFinder.FindSourceDefinitionAsync(seen, solution, cancellationToken).ConfigureAwait(false) is not INamedTypeSymbol type
            || solution.GetProject(type.ContainingAssembly, cancellationToken) is not { } project
            || await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation
            || !CanHaveContract(type, compilation))
        {
            return null;
        }

        var (file, node) = Declarations.Of(type, solution, cancellationToken).FirstOrDefault();
        return node is TypeDeclarationSyntax declaration && await file.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            ? new Plan(file, declaration, Names.InScope(model, declaration.SpanStart, WellKnownNames.ContractAttribute))
            : null;
    }

    internal override string Title(Plan plan) => $"Mark '{plan.Type.Identifier.ValueText}' with [{plan.Attribute}]";

    internal override async Task EditAsync(SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var plan in plans.GroupBy(static plan => plan.Type).Select(static same => same.First()))
        {
            var lineEnd = LineEnds.Of(plan.Type);
            var editor = await solution.GetDocumentEditorAsync(plan.Document.Id, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(plan.Type, (current, _) => Attributes.AddAbove((MemberDeclarationSyntax)current, plan.Attribute, lineEnd));
        }
    }

    // Its own project says what stands against it, and others have to be able to name the code that is made for it.
    private static bool CanHaveContract(INamedTypeSymbol type, Compilation compilation)
    {
        for (var part = type; part is not null; part = part.ContainingType)
        {
            if (part.DeclaredAccessibility != Accessibility.Public || part.Arity > 0)
            {
                return false;
            }
        }

        var graph = ContractGraph.Of(compilation);
        return compilation.GetTypeByMetadataName(WellKnownNames.ContractAttributeMetadataName) is not null
            && graph.Types.Of(type) is { Form: WireForm.Message, Fault: ContractFaultKind.None }
            && graph.FindFault(type, "") is null;
    }

    internal sealed record Plan(Document Document, TypeDeclarationSyntax Type, string Attribute);
}
