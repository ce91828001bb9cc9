using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Rules.Async.Cycles;

/// <summary>COERCE0303: actors that wait for each other in a ring wait for ever.</summary>
/// <remarks>Known once all actors have been seen, and so at the end of the compilation. See docs/decisions/0024-ask-edges.md.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AskCycleRule : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.AskCycle);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.ActorAttributeMetadataName) is null)
            {
                return;
            }

            var asks = new AskCollector();
            var spawns = new Spawns();
            start.RegisterSymbolAction(
                symbol =>
                {
                    if (symbol.Symbol is INamedTypeSymbol { TypeKind: TypeKind.Class } type && KnownAttributes.IsActor(type))
                    {
                        asks.AddHandlers(type);
                    }
                },
                SymbolKind.NamedType);
            start.RegisterOperationAction(operation => Collect(operation, asks, spawns), OperationKind.Invocation);
            start.RegisterCompilationEndAction(end => Report(end, asks, spawns));
        });
    }

    private static void Collect(OperationAnalysisContext context, AskCollector asks, Spawns spawns)
    {
        var call = (IInvocationOperation)context.Operation;
        spawns.Add(call);
        if (context.ContainingSymbol is IMethodSymbol method && ActorCode.ActorOf(method) is { } actor)
        {
            asks.Add(call, method, actor);
        }
    }

    private static void Report(CompilationAnalysisContext context, AskCollector asks, Spawns spawns)
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
        var handled = edges.Select(static edge => (edge.Actor, edge.Handled)).ToImmutableHashSet();
        foreach (var ring in AskRings.Find(edges, Handles))
        {
            // A ring in which nothing is asked here has been reported where something is.
            if (ring.LastOrDefault(static edge => edge.Location is not null) is { } closing)
            {
                context.ReportDiagnostic(Create(ring, closing, ring.All(edge => spawns.IsOnlyOne(edge.Actor))));
            }
        }

        bool Handles(string actor, string message)
            => asks.Handlers.TryGetValue(actor, out var messages) && messages.Contains(message) || handled.Contains((actor, message));
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
