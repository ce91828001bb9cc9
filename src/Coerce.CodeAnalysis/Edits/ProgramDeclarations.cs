using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>All that a program declares: one object for all compilations that differ in the bodies of methods alone.</summary>
/// <remarks>It holds on to no compilation: the references, which may have one behind them, are known weakly.</remarks>
internal sealed class ProgramDeclarations
{
    private readonly string? _assemblyName;
    private readonly CompilationOptions _options;
    private readonly WeakReference<MetadataReference>[] _references;
    private volatile SyntaxTree[] _trees;

    // Found when it is first asked for, twice at worst.
    private volatile CapturedNames? _captured;

    internal ProgramDeclarations(Compilation compilation)
    {
        _assemblyName = compilation.AssemblyName;
        _options = compilation.Options;
        _references = compilation.References.Select(static reference => new WeakReference<MetadataReference>(reference)).ToArray();
        _trees = compilation.SyntaxTrees.ToArray();
    }

    /// <summary>The files, as they were last seen: what they declare has not changed since.</summary>
    public IReadOnlyList<SyntaxTree> Trees => _trees;

    /// <summary>Whether the compilation declares the same. If so, it is the one that the next is compared with.</summary>
    internal bool AreThoseOf(Compilation compilation)
    {
        var trees = compilation.SyntaxTrees.ToArray();
        var areSame = compilation.AssemblyName == _assemblyName
            && compilation.Options.Equals(_options)
            && HasReferences(compilation)
            && HasTrees(trees);

        // What comes next differs from these in one file, and those before it need not live on.
        if (areSame)
        {
            _trees = trees;
        }

        return areSame;
    }

    /// <summary>Whether it is the same text, and not only an equal one: generated files may be parsed after each edit.</summary>
    internal static bool HaveSameText(SyntaxTree left, SyntaxTree right)
        => left == right || (left.TryGetText(out var before) && right.TryGetText(out var after) && before == after);

    private bool HasReferences(Compilation compilation)
    {
        var index = 0;
        foreach (var reference in compilation.References)
        {
            if (index == _references.Length || !_references[index].TryGetTarget(out var known) || known != reference)
            {
                return false;
            }

            index++;
        }

        return index == _references.Length;
    }

    private bool HasTrees(SyntaxTree[] trees)
    {
        var known = _trees;
        if (trees.Length != known.Length)
        {
            return false;
        }

        for (var i = 0; i < trees.Length; i++)
        {
            if (trees[i] != known[i] && !DeclareTheSame(known[i], trees[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool DeclareTheSame(SyntaxTree left, SyntaxTree right)
        => left.FilePath == right.FilePath
            && left.Options.Equals(right.Options)
            && (HaveSameText(left, right)
                || (DeclarationSyntax.AreSame(left, right) && (_captured ??= new CapturedNames(_trees)).AreSame(left.GetRoot(), right.GetRoot())));
}
