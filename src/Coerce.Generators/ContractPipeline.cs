using System.Text;
using Coerce.CodeAnalysis;
using Coerce.CodeAnalysis.Contracts;
using Coerce.Generators.Emission;
using Coerce.Generators.Model;
using Coerce.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Coerce.Generators;

/// <summary>The steps from what can leave the process, and from <c>contracts.proto</c>, to contracts.</summary>
internal static class ContractPipeline
{
    /// <summary>Adds the steps; gives the types with their contracts, for the module.</summary>
    internal static IncrementalValueProvider<EquatableArray<string>> Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<ContractSetModel?> ofActors,
        IncrementalValueProvider<GeneratedTypes> generatedTypes,
        IncrementalValueProvider<AssemblyModel> assembly)
    {
        IncrementalValuesProvider<ContractSetModel> marked = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                WellKnownNames.ContractAttributeMetadataName,
                static (_, _) => true,
                static (attribute, _) => attribute.TargetSymbol is INamedTypeSymbol type ? ContractSetReader.Read(type, attribute.SemanticModel.Compilation) : null)
            .Where(static set => set is not null)
            .Select(static (set, _) => set!)
            .WithTrackingName(TrackingNames.MarkedContracts);

        IncrementalValueProvider<ContractsModel> contracts = ofActors
            .Where(static set => set is not null)
            .Select(static (set, _) => set!)
            .Collect()
            .Combine(marked.Collect())
            .Combine(generatedTypes)
            .Select(static (pair, _) => ContractsModel.From(pair.Left.Left.Concat(pair.Left.Right), pair.Right))
            .WithTrackingName(TrackingNames.Contracts);

        IncrementalValueProvider<AdditionalText?> file = context.AdditionalTextsProvider
            .Where(static file => ContractSettings.IsSchema(file.Path))
            .Collect()
            .Select(static (files, _) => files.IsEmpty ? null : files[0]);

        IncrementalValueProvider<Schema?> schema = file
            .Select(static (file, cancellationToken) => file is null ? null : ProtoParser.Parse(Text(file, cancellationToken)).Schema)
            .WithTrackingName(TrackingNames.Schema);

        // The file says which package it is: in another one they would be other messages.
        IncrementalValueProvider<string> package = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => ContractSettings.Package(options.GlobalOptions))
            .Combine(assembly.Select(static (assembly, _) => assembly.AssemblyName))
            .Combine(schema)
            .Select(static (pair, _) => pair.Right is { Package.Length: > 0 } locked ? locked.Package : pair.Left.Left ?? ProtoNames.Package(pair.Left.Right));

        IncrementalValueProvider<NumberedContracts> numbered = contracts
            .Combine(schema)
            .Combine(package)
            .Select(static (pair, _) => NumberedContracts.From(pair.Left.Left, pair.Left.Right, pair.Right))
            .WithTrackingName(TrackingNames.Numbering);

        context.RegisterSourceOutput(
            numbered.SelectMany(static (all, _) => all.Contracts).WithTrackingName(TrackingNames.NumberedContracts),
            static (output, contract) => output.AddSource(contract.Contract.HintName + ".g.cs", SourceText.From(ContractFile.Write(contract), Encoding.UTF8)));

        context.RegisterSourceOutput(
            numbered.Select(static (all, _) => all.Stated).WithTrackingName(TrackingNames.WantedSchema),
            static (output, stated) =>
            {
                if (stated.Schema.Messages.Count + stated.Schema.Enums.Count + stated.Schema.Services.Count == 0) return;
                output.AddSource(SchemaFile.HintName, SourceText.From(SchemaFile.Write(stated), Encoding.UTF8));
            });

        RegisterUpdate(context, contracts, file, package);
        return contracts.Select(static (contracts, _) => contracts.InModule);
    }

    // Only while the build is there to write the file: comments and order in it are nothing to the rest.
    private static void RegisterUpdate(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<ContractsModel> contracts,
        IncrementalValueProvider<AdditionalText?> file,
        IncrementalValueProvider<string> package)
    {
        IncrementalValueProvider<bool> isWriting = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => ContractSettings.IsWriting(options.GlobalOptions));

        // With the program, for the doc comments in it. No step holds it: it would outlive the edit that replaced it.
        IncrementalValueProvider<WeakReference<Compilation>?> writing = context.CompilationProvider
            .Select(static (compilation, _) => new WeakReference<Compilation>(compilation))
            .Combine(isWriting)
            .Select(static (pair, _) => pair.Right ? pair.Left : null);

        context.RegisterSourceOutput(
            contracts.Combine(package).Combine(file).Combine(writing).Select(static (all, cancellationToken) =>
                all.Right is { } program && program.TryGetTarget(out Compilation? compilation) && !(all.Left.Right is null && all.Left.Left.Left.IsEmpty)
                    ? Update(all.Left.Right, all.Left.Left.Left.ToWanted(all.Left.Left.Right), compilation, cancellationToken)
                    : null),
            static (output, text) =>
            {
                if (text is not null) output.AddSource(SchemaFile.UpdateHintName, SourceText.From(SchemaFile.WriteUpdate(text), Encoding.UTF8));
            });
    }

    private static string Update(AdditionalText? file, Schema wanted, Compilation compilation, CancellationToken cancellationToken)
        => SchemaUpdate.Apply(file is null ? null : Text(file, cancellationToken), wanted, ContractComments.Of(compilation, wanted, cancellationToken));

    private static string Text(AdditionalText file, CancellationToken cancellationToken) => file.GetText(cancellationToken)?.ToString() ?? "";
}
