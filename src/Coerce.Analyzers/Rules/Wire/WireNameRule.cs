using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Coerce.Analyzers.Memory;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Rules.Wire;

/// <summary>COERCE0404: a wire name stands for one actor, in all assemblies of a program.</summary>
/// <remarks>Known once all actors have been seen, and so at the end of the compilation.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WireNameRule : DiagnosticAnalyzer
{
    private readonly SoundPrograms _sound = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.WireName);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.ActorAttributeMetadataName) is null
                || _sound.Contains(start.Compilation))
            {
                return;
            }

            var actors = new ConcurrentBag<INamedTypeSymbol>();
            start.RegisterSymbolAction(
                symbol =>
                {
                    if (IsNamed((INamedTypeSymbol)symbol.Symbol))
                    {
                        actors.Add((INamedTypeSymbol)symbol.Symbol);
                    }
                },
                SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => _sound.Look(end, report => Report(actors, end.Compilation, report)));
        });
    }

    private static void Report(IEnumerable<INamedTypeSymbol> actors, Compilation compilation, Action<Diagnostic> report)
    {
        // Of several actors the one that was compiled earlier, or comes first in the source, keeps the name.
        var owners = new Dictionary<string, INamedTypeSymbol>(StringComparer.Ordinal);
        foreach (var actor in ActorAssemblies.Types(compilation).Where(IsNamed).OrderBy(Assembly, StringComparer.Ordinal))
        {
            // Libraries that do not know each other meet in the program.
            if (Owner(owners, actor) is { } owner && ActorAssemblies.IsProgram(compilation))
            {
                report(Create(actor, owner, Location.None, compilation));
            }
        }

        var inOrder = actors
            .Select(static actor => (Actor: actor, Location: Locate(actor)))
            .OrderBy(static actor => actor.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(static actor => actor.Location.SourceSpan.Start);
        foreach (var (actor, location) in inOrder)
        {
            if (Owner(owners, actor) is { } owner)
            {
                report(Create(actor, owner, location, compilation));
            }
        }
    }

    /// <summary>Who has the name already; null for the first one.</summary>
    private static INamedTypeSymbol? Owner(Dictionary<string, INamedTypeSymbol> owners, INamedTypeSymbol actor)
    {
        var name = WireNames.Of(actor);
        if (owners.TryGetValue(name, out var owner))
        {
            return owner;
        }

        owners.Add(name, actor);
        return null;
    }

    private static Diagnostic Create(INamedTypeSymbol actor, INamedTypeSymbol owner, Location location, Compilation compilation)
        => Diagnostic.Create(
            DiagnosticDescriptors.WireName,
            location,
            IsIn(owner, compilation) ? owner.Locations : ImmutableArray<Location>.Empty,
            ShapeRuleText.Show(actor),
            In(actor, compilation),
            WireNames.Of(actor),
            ShapeRuleText.Show(owner),
            In(owner, compilation),
            "give one of the two another, [Actor(\"...\")]");

    private static string In(INamedTypeSymbol actor, Compilation compilation)
        => IsIn(actor, compilation) ? "" : $" in {Assembly(actor)}";

    private static bool IsIn(INamedTypeSymbol actor, Compilation compilation)
        => SymbolEqualityComparer.Default.Equals(actor.ContainingAssembly, compilation.Assembly);

    private static string Assembly(INamedTypeSymbol actor) => actor.ContainingAssembly.Name;

    private static bool IsNamed(INamedTypeSymbol type)
        => type.TypeKind == TypeKind.Class && KnownAttributes.IsActor(type) && WireNames.IsInCatalog(type);

    // The name where it is written, else the class that it comes from.
    private static Location Locate(INamedTypeSymbol actor)
        => WireNames.Given(actor) is not null
            && KnownAttributes.Actor(actor)?.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax { ArgumentList.Arguments: { Count: > 0 } arguments }
            ? arguments.First(static argument => argument.NameEquals is null).GetLocation()
            : SourceLocations.OfActor(actor);
}
