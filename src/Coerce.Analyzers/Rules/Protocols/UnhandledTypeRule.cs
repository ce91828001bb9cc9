using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Coerce.Analyzers.Memory;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Rules.Protocols;

/// <summary>COERCE0105: a program has an actor for each message that it declares.</summary>
/// <remarks>Known once all actors have been seen, and only where all of them come together: in an executable.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnhandledTypeRule : DiagnosticAnalyzer
{
    private readonly SoundPrograms _sound = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.UnhandledType);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (!ActorAssemblies.IsProgram(start.Compilation)
                || start.Compilation.GetTypeByMetadataName(WellKnownNames.ActorAttributeMetadataName) is null
                || _sound.Contains(start.Compilation))
            {
                return;
            }

            var messages = new ConcurrentBag<INamedTypeSymbol>();
            var actors = new ConcurrentBag<INamedTypeSymbol>();
            start.RegisterSymbolAction(symbol => Collect((INamedTypeSymbol)symbol.Symbol, messages, actors), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => _sound.Look(end, report => Report(messages, actors, end.Compilation, report)));
        });
    }

    private static void Collect(INamedTypeSymbol type, ConcurrentBag<INamedTypeSymbol> messages, ConcurrentBag<INamedTypeSymbol> actors)
    {
        if (KnownAttributes.IsActor(type))
        {
            actors.Add(type);
        }
        else if (!type.IsAbstract && (type.BaseType is { IsAbstract: true, SpecialType: SpecialType.None } || Protocols(type).Any()))
        {
            messages.Add(type);
        }
    }

    private static void Report(
        IReadOnlyCollection<INamedTypeSymbol> messages, IReadOnlyCollection<INamedTypeSymbol> actors, Compilation compilation, Action<Diagnostic> report)
    {
        var protocols = new HashSet<ISymbol>(messages.SelectMany(Protocols).Concat(actors.Select(ActorProtocol.TypeOf).OfType<ISymbol>()), SymbolEqualityComparer.Default);
        var declared = messages
            .Select(type => (Type: type, Protocol: Protocols(type).FirstOrDefault() ?? Ancestors(type).FirstOrDefault(protocols.Contains)))
            .Where(message => message.Protocol is not null)
            .ToArray();
        if (declared.Length == 0)
        {
            return;
        }

        var handled = new HashSet<ISymbol>(actors.SelectMany(HandledBy).Concat(HandledElsewhere(compilation)), SymbolEqualityComparer.Default);
        foreach (var (type, protocol) in declared)
        {
            if (!handled.Contains(type) && !Ancestors(type).Any(handled.Contains))
            {
                report(Diagnostic.Create(
                    DiagnosticDescriptors.UnhandledType, type.Locations[0], ShapeRuleText.Show(type), ShapeRuleText.Show(protocol!)));
            }
        }
    }

    // What the actor of a protocol lacks has been reported there.
    private static IEnumerable<ISymbol> HandledBy(INamedTypeSymbol actor)
    {
        var shape = ActorShape.Of(actor);
        return shape.Handlers
            .Concat(shape.Behaviors.SelectMany(static behavior => behavior.Handlers))
            .Select(static handler => (ISymbol?)handler.Message?.OriginalDefinition)
            .Append(shape.Protocol?.Shape.Type)
            .OfType<ISymbol>();
    }

    // Handlers are private, and a reference assembly does not have them: refs say what they take.
    private static IEnumerable<ISymbol> HandledElsewhere(Compilation compilation)
        => ActorAssemblies.Types(compilation)
            .Where(static type => KnownAttributes.ActorOf(type) is not null)
            .SelectMany(static type => type.AllInterfaces)
            .Where(static type => type is { Name: "IReceive" or "IStream" } && KnownTypes.IsInCoerce(type))
            .Select(static type => type.TypeArguments[0].OriginalDefinition);

    private static IEnumerable<ITypeSymbol> Protocols(INamedTypeSymbol type)
        => type.AllInterfaces.Where(KnownTypes.IsRequest).Select(static request => request.TypeArguments[0]);

    private static IEnumerable<INamedTypeSymbol> Ancestors(INamedTypeSymbol type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            yield return ancestor.OriginalDefinition;
        }
    }
}
