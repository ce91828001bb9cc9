using System.Text;
using Coerce.CodeAnalysis;
using Coerce.Generators.Emission;
using Coerce.Generators.Model;
using Coerce.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Coerce.Generators;

/// <summary>Writes the ref, the recipe, the messages and the dispatcher of each <c>[Actor]</c>, and the module.</summary>
/// <remarks>It reports nothing: analyzers do, and each problem they report is a stub here.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class ActorGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ActorReading> readings = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                WellKnownNames.ActorAttributeMetadataName,
                static (node, _) => node is TypeDeclarationSyntax,
                static (attribute, cancellationToken) => ActorMemory.Read(attribute, cancellationToken))
            .Where(static reading => reading is not null)
            .Select(static (reading, _) => reading!);

        IncrementalValuesProvider<ActorModel> actors = readings
            .Select(static (reading, _) => reading.Actor)
            .WithTrackingName(TrackingNames.Actors);

        // Names alone, so that an edit inside an actor stops here and leaves the other actors as they are.
        IncrementalValueProvider<GeneratedTypes> generatedTypes = actors
            .Select(static (actor, _) => actor.Identity)
            .Collect()
            .Select(static (identities, _) => GeneratedTypes.From(identities))
            .WithTrackingName(TrackingNames.GeneratedTypes);

        IncrementalValuesProvider<ActorModel> resolvedActors = actors
            .Combine(generatedTypes)
            .Select(static (pair, _) => pair.Left.Resolve(pair.Right))
            .WithTrackingName(TrackingNames.ResolvedActors);

        context.RegisterSourceOutput(resolvedActors, static (output, actor) =>
            output.AddSource(actor.Identity.HintName + ".g.cs", SourceText.From(ActorFile.Write(actor), Encoding.UTF8)));

        IncrementalValueProvider<EquatableArray<AskEdgeModel>> edges = actors
            .Select(static (actor, _) => actor.Asks)
            .Where(static asks => asks.Count > 0)
            .Collect()
            .Combine(generatedTypes)
            .Select(static (pair, _) => AskEdgeModel.From(pair.Left.SelectMany(asks => asks), pair.Right))
            .WithTrackingName(TrackingNames.AskEdges);

        context.RegisterSourceOutput(edges, static (output, edges) =>
        {
            if (edges.Count > 0) output.AddSource(AskEdgesFile.HintName, SourceText.From(AskEdgesFile.Write(edges), Encoding.UTF8));
        });

        IncrementalValueProvider<AssemblyModel> assembly = context.CompilationProvider
            .Select(static (compilation, cancellationToken) => AssemblyReader.Read(compilation, cancellationToken))
            .WithTrackingName(TrackingNames.Assembly);

        IncrementalValueProvider<EquatableArray<string>> contracts = ContractPipeline.Register(
            context,
            readings.Select(static (reading, _) => reading.Contracts),
            generatedTypes,
            assembly);

        IncrementalValueProvider<ModuleModel> module = actors
            .Where(static actor => actor.Stub is null)
            .Select(static (actor, _) => actor.Identity)
            .Collect()
            .Combine(assembly)
            .Combine(contracts)
            .Select(static (pair, _) => ModuleModel.From(pair.Left.Right, pair.Left.Left, pair.Right))
            .WithTrackingName(TrackingNames.Module);

        context.RegisterSourceOutput(module, static (output, module) =>
        {
            if (module.IsNeeded) output.AddSource(ModuleFile.HintName, SourceText.From(ModuleFile.Write(module), Encoding.UTF8));
        });
    }
}
