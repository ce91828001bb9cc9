using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Rules.Wire;

/// <summary>COERCE0401: what others than this process may send has a contract.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ContractRule : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.Contract);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.ContractAttributeMetadataName) is not null)
            {
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.GetAttributes().IsEmpty)
        {
            return;
        }

        if (type.TypeKind == TypeKind.Class && KnownAttributes.IsActor(type))
        {
            var shape = ActorShape.Of(type);
            if (ContractRoots.IsReachable(shape))
            {
                AnalyzeActor(context, shape);
            }
        }
        else if (KnownAttributes.IsContract(type) && type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface)
        {
            AnalyzeMarked(context, type);
        }
    }

    private static void AnalyzeActor(SymbolAnalysisContext context, ActorShape shape)
    {
        var graph = new ContractGraph(context.Compilation);
        var reported = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var handler in ContractRoots.HandlersOf(shape))
        {
            foreach (var parameter in ContractRoots.PayloadOf(handler))
            {
                var symbol = parameter.Symbol;
                Report(symbol, symbol.Type, (symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) as ParameterSyntax)?.Type);
            }

            if (handler.Reply is { } reply)
            {
                Report(handler.Method, reply, (handler.Method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) as MethodDeclarationSyntax)?.ReturnType);
            }
        }

        void Report(ISymbol place, ITypeSymbol type, SyntaxNode? syntax)
        {
            // A bare member: its faults are those of the type.
            var member = graph.Members.Of(place, "", type);
            var name = ShapeRuleText.Show(type);
            if (graph.FindFault(member, name) is { } fault && (fault.Member is null || reported.Add(fault.Member)))
            {
                context.ReportDiagnostic(Create(
                    syntax?.GetLocation() ?? place.Locations[0], fault, $"'{shape.Actor.Name}' can be reached from outside of the process unless it is [Actor(Local = true)], and ", context.Compilation));
            }
        }
    }

    private static void AnalyzeMarked(SymbolAnalysisContext context, INamedTypeSymbol type)
    {
        var graph = new ContractGraph(context.Compilation);
        var wire = graph.Types.Of(type);
        var fault = type.IsGenericType ? null
            : wire.Fault != ContractFaultKind.None ? new ContractFault(wire.Fault, type).At(type.Name)
            : graph.FindFault(type, type.Name);
        if (fault is not null)
        {
            context.ReportDiagnostic(Create(type.Locations[0], fault, "", context.Compilation));
        }
    }

    private static Diagnostic Create(Location location, ContractFault fault, string why, Compilation compilation)
    {
        var member = fault.Member is IPropertySymbol or IFieldSymbol
            ? fault.Member.Locations.Where(place => place.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree) && place != location).Take(1)
            : [];
        var type = ShapeRuleText.Show(fault.Type);
        return Diagnostic.Create(
            DiagnosticDescriptors.Contract,
            location,
            member,
            ShapeRuleText.WithFault(fault.Kind),
            why,
            fault.Path == type ? $"'{type}'" : $"'{fault.Path}', of type '{type}',",
            ContractFaultText.Of(fault));
    }
}
