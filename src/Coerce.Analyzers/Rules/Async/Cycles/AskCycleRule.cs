using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Coerce.Analyzers.Memory;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Rules.Async.Cycles;

/// <summary>COERCE0303: actors that wait for each other in a ring wait for ever.</summary>
/// <remarks>Known once all actors have been seen, and so at the end of the compilation. See docs/decisions/0024-ask-edges.md.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AskCycleRule : DiagnosticAnalyzer
{
    private readonly SourceMemory<MemberAsks> _known = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.AskCycle);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.ActorAttributeMetadataName) is null)
            {
                return;
            }

            var known = _known.Of(start.Compilation);
            var asks = new ProgramAsks();
            start.RegisterOperationBlockAction(member => asks.Add(known.Find(member.OperationBlocks) ?? Read(member, known)));
            start.RegisterCompilationEndAction(end => Report(end, asks));
        });
    }

    private static MemberAsks Read(OperationBlockAnalysisContext context, SourceMemory<MemberAsks>.Session known)
    {
        var asks = MemberAskReader.Read(context.OwningSymbol, context.OperationBlocks);
        known.Remember(context.OperationBlocks, asks);
        return asks;
    }

    private static void Report(CompilationAnalysisContext context, ProgramAsks asks)
    {
        var own = asks.Edges(context.Compilation.AssemblyName ?? "")
            .OrderBy(static edge => edge.Location!.SourceTree!.FilePath, StringComparer.Ordinal)
            .ThenBy(static edge => edge.Location!.SourceSpan.Start)
            .GroupBy(static edge => edge.Key, StringComparer.Ordinal)
            .Select(static edges => edges.First())
            .ToImmutableArray();
        if (own.IsEmpty)
        {
            return;
        }

        var edges = own.AddRange(OfReferences(context.Compilation).OrderBy(static edge => edge.Key, StringComparer.Ordinal));
        var handlers = new OwnHandlers(context.Compilation);
        var onlyOnes = asks.OnlyOnes();
        var handled = edges.Select(static edge => (edge.Actor, edge.Handled)).ToImmutableHashSet();
        foreach (var ring in AskRings.Find(edges, Handles))
        {
            // A ring in which nothing is asked here has been reported where something is.
            if (ring.LastOrDefault(static edge => edge.Location is not null) is { } closing)
            {
                context.ReportDiagnostic(Create(ring, closing, ring.All(edge => onlyOnes.Contains(edge.Actor))));
            }
        }

        bool Handles(string actor, string message)
            => handlers.Handles(actor, message) || handled.Contains((actor, message));
    }

    private static IEnumerable<AskEdge> OfReferences(Compilation compilation)
    {
        foreach (var assembly in ActorAssemblies.Of(compilation))
        {
            foreach (var attribute in assembly.GetAttributes())
            {
                var names = attribute.ConstructorArguments;
                if (names.Length == 4 && attribute.AttributeClass is { Name: WellKnownNames.AskEdgeAttribute } type && KnownTypes.IsInDispatch(type))
                {
                    yield return new AskEdge(Text(names[0]), Text(names[1]), Text(names[2]), Text(names[3]), location: null, assembly.Name);
                }
            }
        }
    }

    private static string Text(TypedConstant argument) => argument.Value as string ?? "";

    private static Diagnostic Create(ImmutableArray<AskEdge> ring, AskEdge closing, bool isCertain)
    {
        var last = ring[ring.Length - 1];
        var path = string.Join(" asks ", ring.Select(static edge => edge.Describe()))
            + " asks " + AskEdge.Name(last.Asked.Length == 0 ? ring[0].Actor : last.Asked, last.Message);
        return Diagnostic.Create(
            DiagnosticDescriptors.AskCycle,
            closing.Location!,
            isCertain ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
            ring.Where(edge => edge != closing && edge.Location is not null).Select(static edge => edge.Location!),
            properties: null,
            path,
            isCertain ? "" : "may ");
    }
}
