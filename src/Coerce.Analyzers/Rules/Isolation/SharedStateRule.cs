using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Coerce.Analyzers.Isolation;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0201: a message is a value, or never changes, or is handed over.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SharedStateRule : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.SharedState);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (Sendability.Of(start.Compilation) is { } sendability)
            {
                start.RegisterSymbolAction(symbol => Analyze(symbol, sendability), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, Sendability sendability)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || !KnownAttributes.IsActor(type) || ClassShape.FaultOf(type) != ClassFault.None)
        {
            return;
        }

        var reported = new List<HandlerSignature>();
        foreach (var handler in Handlers(type))
        {
            // Behaviours take the same message, and that is the same mistake.
            if (!handler.IsSound || reported.Any(earlier => DuplicateHandlers.AreSame(earlier, handler)))
            {
                continue;
            }

            foreach (var parameter in handler.Parameters)
            {
                if (parameter.IsMessage
                    && !KnownAttributes.IsTransferred(parameter.Symbol)
                    && sendability.Find(parameter.Symbol.Type) is { } culprit)
                {
                    reported.Add(handler);
                    context.ReportDiagnostic(Create(parameter.Symbol, culprit, sendability, context.Compilation, context.CancellationToken));
                }
            }
        }
    }

    private static IEnumerable<HandlerSignature> Handlers(INamedTypeSymbol actor)
    {
        foreach (var member in actor.GetMembers())
        {
            if (member is IMethodSymbol method && KnownAttributes.IsHandler(method))
            {
                yield return HandlerSignature.Of(method, actor);
            }
        }

        foreach (var handler in BehaviorShape.AllOf(actor).Where(static behavior => behavior.IsSound).SelectMany(static behavior => behavior.Handlers))
        {
            yield return handler;
        }
    }

    private static Diagnostic Create(
        IParameterSymbol parameter, Culprit culprit, Sendability sendability, Compilation compilation, CancellationToken cancellationToken)
    {
        var syntax = parameter.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        var location = (syntax as ParameterSyntax)?.Type?.GetLocation() ?? syntax.GetLocation();

        // What another project declares cannot be pointed at.
        var member = culprit.Member?.Locations.Where(place => place.SourceTree is { } tree && compilation.ContainsSyntaxTree(tree))
            ?? Enumerable.Empty<Location>();
        var properties = ShapeRuleText.WithFault(culprit.Flaw);
        return Diagnostic.Create(
            DiagnosticDescriptors.SharedState,
            location,
            member.Take(1),
            sendability.HasSendableItems(culprit.Type) ? properties.Add(Sendability.CopyKey, "true") : properties,
            ShapeRuleText.Show(parameter.Type),
            culprit.Describe(parameter.Type),
            FlawText.Of(culprit));
    }
}
