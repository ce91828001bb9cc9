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

namespace Coerce.CodeFixes.Wire;

/// <summary>COERCE0401: lets generated code name a type that is private.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeInternalFix)), Shared]
internal sealed class MakeInternalFix : ActorFix<MakeInternalFix.Plan>
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("COERCE0401");

    internal override async Task<Plan?> PlanAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!Faults.Is(diagnostic, ContractFaultKind.Hidden)
            || await Faults.TypeOfAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { IsFileLocal: false } type)
        {
            return null;
        }

        var hidden = Containers(type).Where(static part => part.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal)).ToList();
        var declarations = hidden
            .SelectMany(part => Declarations.Of(part, document.Project.Solution, cancellationToken))
            .Select(static place => (place.Document, (MemberDeclarationSyntax)place.Node))
            .ToImmutableArray();

        // What is protected is meant for other assemblies, which would lose it.
        return hidden.Count > 0
            && hidden.All(static part => part.DeclaredAccessibility == Accessibility.Private)
            && hidden.SelectMany(Mentioned).All(mentioned => CanBeSeen(mentioned, hidden))
            && !declarations.IsEmpty
            ? new Plan(type.Name, declarations)
            : null;
    }

    internal override string Title(Plan plan) => $"Make '{plan.Type}' internal";

    internal override async Task EditAsync(SolutionEditor solution, IReadOnlyList<Plan> plans, CancellationToken cancellationToken)
    {
        foreach (var (document, declaration) in plans.SelectMany(static plan => plan.Declarations).Distinct())
        {
            var editor = await solution.GetDocumentEditorAsync(document.Id, cancellationToken).ConfigureAwait(false);
            editor.ReplaceNode(declaration, static (current, _) => Modifiers.MakeInternal((MemberDeclarationSyntax)current));
        }
    }

    /// <summary>What its declarations name, which may be no less visible than they.</summary>
    private static IEnumerable<ITypeSymbol> Mentioned(INamedTypeSymbol type)
        => type.GetMembers().Where(static member => member.DeclaredAccessibility != Accessibility.Private)
            .SelectMany(static member => member switch
            {
                IMethodSymbol method => method.Parameters.Select(static parameter => parameter.Type).Append(method.ReturnType),
                IPropertySymbol property => property.Parameters.Select(static parameter => parameter.Type).Append(property.Type),
                IFieldSymbol field => new[] { field.Type },
                IEventSymbol handled => new[] { handled.Type },
                _ => Enumerable.Empty<ITypeSymbol>(),
            })
            .Concat(type.Interfaces)
            .Concat(type.BaseType is { } @base ? new[] { @base } : Enumerable.Empty<ITypeSymbol>());

    private static bool CanBeSeen(ITypeSymbol type, IReadOnlyList<INamedTypeSymbol> hidden) => type switch
    {
        IArrayTypeSymbol array => CanBeSeen(array.ElementType, hidden),
        INamedTypeSymbol named => Containers(named).All(part => part.DeclaredAccessibility is not (Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
                || hidden.Contains(part.OriginalDefinition, SymbolEqualityComparer.Default))
            && named.TypeArguments.All(argument => CanBeSeen(argument, hidden)),
        _ => true,
    };

    private static IEnumerable<INamedTypeSymbol> Containers(INamedTypeSymbol type)
    {
        for (var part = type; part is not null; part = part.ContainingType)
        {
            yield return part;
        }
    }

    internal sealed record Plan(string Type, ImmutableArray<(Document Document, MemberDeclarationSyntax Type)> Declarations);
}
