using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Coerce.Generators.Parsing;

/// <summary>All that a program declares: one object for all compilations that differ in the bodies of methods alone.</summary>
/// <remarks>It holds on to no compilation: the references, which may have one behind them, are known weakly.</remarks>
internal sealed class Declarations
{
    private static readonly ConditionalWeakTable<Compilation, Declarations> Known = new();

    private readonly string? _assemblyName;
    private readonly CompilationOptions _options;
    private readonly WeakReference<MetadataReference>[] _references;
    private volatile SyntaxTree[] _trees;

    private Declarations(Compilation compilation)
    {
        _assemblyName = compilation.AssemblyName;
        _options = compilation.Options;
        _references = [.. compilation.References.Select(reference => new WeakReference<MetadataReference>(reference))];
        _trees = [.. compilation.SyntaxTrees];
    }

    /// <param name="compilation">The compilation.</param>
    /// <param name="findEarlier">Finds those of the compilation before it; they are taken if they are still the same.</param>
    internal static Declarations Of(Compilation compilation, Func<Compilation, Declarations?> findEarlier)
        => Known.GetValue(
            compilation,
            key => findEarlier(key) is { } earlier && earlier.AreThoseOf(key) ? earlier : new Declarations(key));

    private bool AreThoseOf(Compilation compilation)
    {
        SyntaxTree[] trees = [.. compilation.SyntaxTrees];
        bool areSame = compilation.AssemblyName == _assemblyName
            && compilation.Options.Equals(_options)
            && HasReferences(compilation)
            && HasTrees(trees);

        // What comes next differs from these in one file, and those before it need not live on.
        if (areSame) _trees = trees;
        return areSame;
    }

    private bool HasReferences(Compilation compilation)
    {
        int index = 0;
        foreach (MetadataReference reference in compilation.References)
        {
            if (index == _references.Length || !_references[index].TryGetTarget(out MetadataReference? known) || known != reference) return false;
            index++;
        }

        return index == _references.Length;
    }

    private bool HasTrees(SyntaxTree[] trees)
    {
        SyntaxTree[] known = _trees;
        if (trees.Length != known.Length) return false;

        for (int i = 0; i < trees.Length; i++)
        {
            if (trees[i] != known[i] && !DeclareTheSame(known[i], trees[i])) return false;
        }

        return true;
    }

    private static bool DeclareTheSame(SyntaxTree left, SyntaxTree right)
        => left.FilePath == right.FilePath
            && left.Options.Equals(right.Options)
            && DeclarationSyntax.AreSame(left, right);
}
