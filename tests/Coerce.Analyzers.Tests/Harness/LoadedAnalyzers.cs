using System.Collections.Immutable;
using System.Reflection;
using Coerce.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Tests.Harness;

/// <summary>The generator as a project refers to it, and the analyzers as the compiler is given them.</summary>
internal sealed class LoadedAnalyzers : IAnalyzerAssemblyLoader
{
    internal static readonly ImmutableArray<DiagnosticAnalyzer> All = [.. New()];

    /// <summary>Analyzers that have not seen a program yet.</summary>
    internal static IEnumerable<DiagnosticAnalyzer> New()
        => typeof(ActorAnalyzer).Assembly.GetTypes()
            .Where(static type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);

    /// <param name="others">Generators of other people; all of their assembly take part.</param>
    internal static IEnumerable<AnalyzerReference> References(IEnumerable<Type> others)
        => others.Append(typeof(ActorGenerator)).Select(type => new AnalyzerFileReference(type.Assembly.Location, new LoadedAnalyzers()));

    public void AddDependencyLocation(string fullPath)
    {
    }

    public Assembly LoadFromPath(string fullPath)
        => AppDomain.CurrentDomain.GetAssemblies().Single(assembly => !assembly.IsDynamic && assembly.Location == fullPath);
}
