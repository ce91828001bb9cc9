using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Analyzers.Rules.Wire;

/// <summary>COERCE0401: what others than this process may send has a contract.</summary>
internal static class ContractRule
{
    /// <summary>Looks at a type with <c>[Contract]</c>.</summary>
    public static void Report(INamedTypeSymbol type, Compilation compilation, Action<Diagnostic> report)
    {
        if (type.IsGenericType || KnownAttributes.IsActor(type) || type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface) || !KnownAttributes.IsContract(type))
        {
            return;
        }

        var graph = ContractGraph.Of(compilation);
        var wire = graph.Types.Of(type);
        var fault = wire.Fault != ContractFaultKind.None ? new ContractFault(wire.Fault, type).At(type.Name) : graph.FindFault(type, type.Name);
        if (fault is not null)
        {
            report(Create(type.Locations[0], fault, "", compilation));
        }
    }

    /// <summary>Looks at what an actor takes and gives.</summary>
    /// <returns>The parameters that were reported: one mistake is one report.</returns>
    public static ImmutableHashSet<ISymbol> Report(ActorShape shape, Compilation compilation, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        var places = ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default);
        if (!ContractRoots.IsReachable(shape))
        {
            return places;
        }

        var graph = ContractGraph.Of(compilation);
        var reported = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var handler in ContractRoots.HandlersOf(shape))
        {
            foreach (var parameter in ContractRoots.PayloadOf(handler))
            {
                var symbol = parameter.Symbol;
                Look(symbol, symbol.Type, (symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) as ParameterSyntax)?.Type);
            }

            if (handler.Reply is { } reply)
            {
                Look(handler.Method, reply, (handler.Method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) as MethodDeclarationSyntax)?.ReturnType);
            }
        }

        return places;

        void Look(ISymbol place, ITypeSymbol type, SyntaxNode? syntax)
        {
            // A bare member: its faults are those of the type.
            var member = graph.Members.Of(place, "", type);
            var name = ShapeRuleText.Show(type);
            if (graph.FindFault(member, name) is not { } fault)
            {
                return;
            }

            places = places.Add(place);
            if (fault.Member is null || reported.Add(fault.Member))
            {
                report(Create(
                    syntax?.GetLocation() ?? place.Locations[0], fault, $"'{shape.Actor.Name}' can be reached from outside of the process unless it is [Actor(Local = true)], and ", compilation));
            }
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
            ShapeRuleText.WithFault(fault.Kind).Add(ShapeRuleText.TypeKey, fault.Type.OriginalDefinition.GetDocumentationCommentId()),
            why,
            fault.Path == type ? $"'{type}'" : $"'{fault.Path}', of type '{type}',",
            ContractFaultText.Of(fault));
    }
}
