using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Coerce.CodeAnalysis;
using Coerce.CodeAnalysis.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Coerce.Analyzers.Rules.Wire;

/// <summary>COERCE0402, COERCE0403, COERCE0405 and COERCE0406: what the code says to others is what <c>contracts.proto</c> has promised.</summary>
/// <remarks>The generator writes down what the code says; this compares the two. See docs/decisions/0027-what-can-leave.md.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SchemaRule : DiagnosticAnalyzer
{
    // What was last found to be the same: most edits are of something else. A tuple in an object, as it is replaced as a whole.
    private volatile Tuple<string?, string>? _same;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        DiagnosticDescriptors.WireBreak,
        DiagnosticDescriptors.SchemaOutOfDate,
        DiagnosticDescriptors.SchemaUnreadable,
        DiagnosticDescriptors.NoSchema);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Analyze);
    }

    private void Analyze(CompilationAnalysisContext context)
    {
        var file = context.Options.AdditionalFiles.FirstOrDefault(static file => ContractSettings.IsSchema(file.Path));
        var text = file?.GetText(context.CancellationToken)?.ToString() ?? "";
        if (ContractSettings.IsWriting(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions))
        {
            // What differs is about to be written, but not into a file that cannot be read.
            if (file is not null && !string.IsNullOrWhiteSpace(text))
            {
                ReportErrors(context, file, ProtoParser.Parse(text));
            }

            return;
        }

        // Which of two messages of one name is meant nobody knows: COERCE0404 has said so.
        if (GeneratedSchema.ClashesIn(context.Compilation).Any())
        {
            return;
        }

        var wanted = GeneratedSchema.TextOf(context.Compilation);
        if (file is null)
        {
            // Once: at the first that says something.
            if (wanted is not null && SchemaPlaces.FirstIn(context.Compilation, context.CancellationToken) is { } first)
            {
                context.ReportDiagnostic(Diagnostic.Create(DiagnosticDescriptors.NoSchema, first));
            }

            return;
        }

        if (_same is { } same && same.Item1 == wanted && same.Item2 == text)
        {
            return;
        }

        var locked = ProtoParser.Parse(text);
        var changes = SchemaComparison.Compare(locked, wanted is null ? Schema.Empty with { Package = locked.Schema.Package } : GeneratedSchema.Parse(wanted));
        if (locked.Errors.Count == 0 && changes.Count == 0)
        {
            _same = Tuple.Create(wanted, text);
            return;
        }

        ReportErrors(context, file, locked);
        var places = new SchemaPlaces(context.Compilation, file.Path, context.CancellationToken);
        foreach (var change in changes)
        {
            // What is new, or has another type, says enough: its import comes with it.
            if (change.Kind != SchemaChangeKind.ImportMissing || changes.All(static other => other.Kind == SchemaChangeKind.ImportMissing))
            {
                Report(context, change, places);
            }
        }
    }

    private static void ReportErrors(CompilationAnalysisContext context, AdditionalText file, ProtoFile schema)
    {
        foreach (var error in schema.Errors)
        {
            var place = new LinePosition(error.Line - 1, error.Column - 1);
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.SchemaUnreadable, Location.Create(file.Path, default, new LinePositionSpan(place, place)), error.Message));
        }
    }

    private static void Report(CompilationAnalysisContext context, SchemaChange change, SchemaPlaces places)
    {
        var inFile = places.InFile(change.Position);
        var inCode = places.InCode(change);
        var location = inCode ?? inFile ?? Location.None;
        context.ReportDiagnostic(Diagnostic.Create(
            change.IsBreaking ? DiagnosticDescriptors.WireBreak : DiagnosticDescriptors.SchemaOutOfDate,
            location,
            inCode is not null && inFile is not null ? ImmutableArray.Create(inFile) : ImmutableArray<Location>.Empty,
            ShapeRuleText.WithFault(change.Kind.ToString()),
            SchemaChangeText.Of(change),
            change.IsBreaking ? change.WhatAnOldPeerReads : ""));
    }
}
