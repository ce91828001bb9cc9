using System.Collections.Immutable;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0005: the runtime calls methods of actors only. One report for a class, however many it has.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HandlerOutsideActorRule : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.HandlerOutsideActor);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.HandlesAttributeMetadataName) is not null)
            {
                start.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
            }
        });
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (OrphanHandlers.FindFirst(type) is { } method)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.HandlerOutsideActor,
                method.Locations[0],
                $"{type.Name}.{method.Name}",
                type.Name,
                type.TypeKind == TypeKind.Class
                    ? "mark the class with [Actor], or move the method into a class that is"
                    : "move the method into a class that is marked with [Actor]"));
        }
    }
}
