using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>Finds the declarations of a compilation: those of the one before it, if they are still the same.</summary>
internal sealed class DeclarationsMemory
{
    // The next compilation has all files of this one but those that were edited: a few are enough to know it by.
    private const int Marks = 16;

    private readonly ConditionalWeakTable<Compilation, ProgramDeclarations> _known = new();
    private readonly ConditionalWeakTable<SyntaxTree, Mark> _marks = new();

    public ProgramDeclarations Of(Compilation compilation)
    {
        if (_known.TryGetValue(compilation, out var known))
        {
            return known;
        }

        // One at a time, so that there is one object for those that declare the same.
        lock (_known)
        {
            return _known.GetValue(compilation, Find);
        }
    }

    private ProgramDeclarations Find(Compilation compilation)
    {
        var declarations = compilation.SyntaxTrees.Select(Earlier).FirstOrDefault(static earlier => earlier is not null) is { } found && found.AreThoseOf(compilation)
            ? found
            : new ProgramDeclarations(compilation);
        foreach (var tree in compilation.SyntaxTrees.Take(Marks))
        {
            _marks.GetValue(tree, static _ => new Mark()).Declarations = declarations;
        }

        return declarations;
    }

    private ProgramDeclarations? Earlier(SyntaxTree tree) => _marks.TryGetValue(tree, out var mark) ? mark.Declarations : null;

    private sealed class Mark
    {
        private volatile ProgramDeclarations? _declarations;

        public ProgramDeclarations? Declarations
        {
            get => _declarations;
            set => _declarations = value;
        }
    }
}
