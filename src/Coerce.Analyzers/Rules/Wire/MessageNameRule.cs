using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Rules.Wire;

/// <summary>COERCE0404: a name on the wire stands for one message, in all assemblies of a program.</summary>
/// <remarks>The generator, which has all of them together, writes down which names it cannot tell apart.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MessageNameRule : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(DiagnosticDescriptors.WireName);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(static end =>
        {
            ReportHere(end);
            if (ActorAssemblies.IsProgram(end.Compilation))
            {
                ReportAcross(end);
            }
        });
    }

    private static void ReportHere(CompilationAnalysisContext end)
    {
        var clashes = GeneratedSchema.ClashesIn(end.Compilation).ToArray();

        // Forms of one generic type clash where their arguments do, and are mended with them.
        var causes = clashes.Where(static clash => !IsOneDefinition(clash.Types)).ToArray();
        var reported = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var (name, types) in causes.Length > 0 ? causes : clashes)
        {
            var inOrder = types.OrderBy(static type => Place(type)?.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static type => Place(type)?.SourceSpan.Start).ToArray();
            foreach (var type in inOrder.Skip(inOrder.Length == 1 ? 0 : 1).Where(reported.Add))
            {
                Report(end, Place(type), Place(inOrder[0]), OwnName(type, inOrder[0]), Show(type), "", name, Show(inOrder[0]), "",
                    inOrder.Length == 1 ? "give one of its methods another"
                    : type.IsTupleType ? "write a record for one of the two"
                    : "give one of the two another, [Contract(\"...\")]");
            }
        }
    }

    // Libraries that do not know each other meet in the program.
    private static void ReportAcross(CompilationAnalysisContext end)
    {
        var packages = ActorAssemblies.Of(end.Compilation).OrderBy(static assembly => assembly.Name, StringComparer.Ordinal).Append(end.Compilation.Assembly)
            .Select(static assembly => (Assembly: assembly, Text: GeneratedSchema.TextOf(assembly)!))
            .Where(static one => one.Text is not null)
            .GroupBy(static one => GeneratedSchema.PackageOf(one.Text), StringComparer.Ordinal)
            .Where(static package => package.Skip(1).Any());
        foreach (var package in packages)
        {
            var owners = new Dictionary<string, IAssemblySymbol>(StringComparer.Ordinal);
            foreach (var (assembly, text) in package)
            {
                end.CancellationToken.ThrowIfCancellationRequested();
                var schema = GeneratedSchema.Parse(text);
                foreach (var name in schema.Messages.Where(static message => !message.IsScope).Select(static message => message.Name)
                    .Concat(schema.Enums.Select(static one => one.Name))
                    .Concat(schema.Services.Select(static service => service.Name)))
                {
                    if (!owners.TryGetValue(name, out var owner))
                    {
                        owners.Add(name, assembly);
                        continue;
                    }

                    var isOwn = SymbolEqualityComparer.Default.Equals(assembly, end.Compilation.Assembly);
                    var place = isOwn ? new SchemaPlaces(end.Compilation, "", end.CancellationToken).Find(name) : null;
                    Report(end, place, null, null, name, isOwn ? "" : $" in {assembly.Name}", schema.Full(name), name, $" in {owner.Name}",
                        "give one of the two another, [Contract(\"...\")], or one of the projects another package, <CoerceContractPackage>");
                }
            }
        }
    }

    private static void Report(
        CompilationAnalysisContext end, Location? place, Location? other, string? ownName, string type, string assembly, string name, string owner, string ownersAssembly, string wayOut)
        => end.ReportDiagnostic(Diagnostic.Create(
            DiagnosticDescriptors.WireName,
            place ?? Location.None,
            other is null ? ImmutableArray<Location>.Empty : ImmutableArray.Create(other),
            ownName is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(ShapeRuleText.NameKey, ownName),
            type,
            assembly,
            name,
            owner,
            ownersAssembly,
            wayOut));

    private static bool IsOneDefinition(ImmutableArray<INamedTypeSymbol> types)
        => types.Select(static type => (ISymbol)type.OriginalDefinition).Distinct(SymbolEqualityComparer.Default).Count() == 1;

    private static Location? Place(INamedTypeSymbol type) => SchemaPlaces.Written(type);

    /// <summary>A name that tells the one from the other: what its namespace has that the other's has not, and its own. Null where there is nothing.</summary>
    private static string? OwnName(INamedTypeSymbol type, INamedTypeSymbol other)
    {
        var (own, others) = (Parts(type), Parts(other));
        var same = own.Zip(others, static (one, two) => one == two).TakeWhile(static alike => alike).Count();
        var apart = string.Concat(own.Skip(same));
        return apart.Length == 0 || type.IsTupleType ? null : apart + type.Name;

        static string[] Parts(INamedTypeSymbol type)
        {
            var path = (ISymbol?)type.ContainingType ?? type.ContainingNamespace;
            return path is INamespaceSymbol { IsGlobalNamespace: true } ? [] : path!.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat).Split('.');
        }
    }

    // Types whose names differ in their namespaces alone.
    private static string Show(INamedTypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
}
