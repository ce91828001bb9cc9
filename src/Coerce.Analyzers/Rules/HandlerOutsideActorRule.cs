using System.Collections.Immutable;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
                start.RegisterSyntaxNodeAction(AnalyzeLocalFunction, SyntaxKind.LocalFunctionStatement);
            }
        });
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (OrphanHandlers.FindFirst(type) is { } method)
        {
            Report(context.ReportDiagnostic, method, type, Advice(type));
        }
    }

    private static void AnalyzeLocalFunction(SyntaxNodeAnalysisContext context)
    {
        var function = (LocalFunctionStatementSyntax)context.Node;
        if (function.AttributeLists.Count > 0
            && context.SemanticModel.GetDeclaredSymbol(function, context.CancellationToken) is IMethodSymbol method
            && KnownAttributes.IsCalledByRuntime(method))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.HandlerOutsideActor,
                function.Identifier.GetLocation(),
                method.Name,
                context.ContainingSymbol?.Name,
                "a local function cannot be called from outside; make it a method of an actor"));
        }
    }

    private static string Advice(INamedTypeSymbol type)
        => type.TypeKind == TypeKind.Class
            ? "mark the class with [Actor], or move the method into a class that is"
            : "move the method into a class that is marked with [Actor]";

    private static void Report(System.Action<Diagnostic> report, IMethodSymbol method, INamedTypeSymbol type, string advice)
        => report(Diagnostic.Create(
            DiagnosticDescriptors.HandlerOutsideActor,
            method.Locations[0],
            $"{type.Name}.{method.Name}",
            type.Name,
            advice));
}
