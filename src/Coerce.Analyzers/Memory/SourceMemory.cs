using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Memory;

/// <summary>What an analyzer found in classes and bodies: it finds the same again while they and all declarations are the same.</summary>
/// <remarks>One for each analyzer, as old as it is. It hangs on files, and knows of no compilation. What is wrong somewhere is not
/// remembered: it is looked at again. See docs/decisions/0026-analyzing-again.md.</remarks>
/// <typeparam name="TFound">What is found, in words and places of the source.</typeparam>
internal sealed class SourceMemory<TFound>
    where TFound : class
{
    private readonly DeclarationsMemory _programs = new();
    private readonly ConditionalWeakTable<SyntaxTree, ConcurrentDictionary<(int First, int Last), Entry>> _files = new();

    /// <summary>As far as it holds for a compilation.</summary>
    public Session Of(Compilation compilation) => new(this, _programs.Of(compilation));

    /// <summary>The memory of one compilation.</summary>
    internal sealed class Session(SourceMemory<TFound> memory, ProgramDeclarations declarations)
    {
        /// <summary>What was found in the member with these bodies; null when it has to be looked at.</summary>
        public TFound? Find(ImmutableArray<IOperation> bodies)
            => Find(bodies[0].Syntax.SyntaxTree, PlaceOf(bodies)) is { } entry ? entry.Found : null;

        public void Remember(ImmutableArray<IOperation> bodies, TFound found)
            => Remember(bodies[0].Syntax.SyntaxTree, PlaceOf(bodies), new(declarations, ImmutableArray<SyntaxReference>.Empty, found));

        /// <summary>What was found in the class; null when it has to be looked at.</summary>
        public TFound? Find(INamedTypeSymbol type)
            => type.DeclaringSyntaxReferences is { IsEmpty: false } parts
                && Find(parts[0].SyntaxTree, PlaceOf(parts[0])) is { } entry
                && entry.HasParts(parts)
                    ? entry.Found
                    : null;

        public void Remember(INamedTypeSymbol type, TFound found)
        {
            if (type.DeclaringSyntaxReferences is { IsEmpty: false } parts)
            {
                Remember(parts[0].SyntaxTree, PlaceOf(parts[0]), new(declarations, parts, found));
            }
        }

        // The variables of one field have attributes in common, and so the first or the last of what the compiler binds for them.
        private static (int First, int Last) PlaceOf(ImmutableArray<IOperation> bodies)
            => (bodies[0].Syntax.SpanStart, bodies[bodies.Length - 1].Syntax.SpanStart);

        private static (int First, int Last) PlaceOf(SyntaxReference part) => (part.Span.Start, part.Span.End);

        private Entry? Find(SyntaxTree tree, (int First, int Last) place)
            => memory._files.TryGetValue(tree, out var file) && file.TryGetValue(place, out var entry) && entry.Declarations == declarations ? entry : null;

        private void Remember(SyntaxTree tree, (int First, int Last) place, Entry entry)
            => memory._files.GetValue(tree, static _ => new(concurrencyLevel: 1, capacity: 7))[place] = entry;
    }

    private sealed class Entry(ProgramDeclarations declarations, ImmutableArray<SyntaxReference> parts, TFound found)
    {
        public ProgramDeclarations Declarations { get; } = declarations;

        public TFound Found { get; } = found;

        /// <summary>Whether all files of the class are still the same.</summary>
        public bool HasParts(ImmutableArray<SyntaxReference> current)
        {
            if (current.Length != parts.Length)
            {
                return false;
            }

            for (var i = 0; i < parts.Length; i++)
            {
                if (!ProgramDeclarations.HaveSameText(parts[i].SyntaxTree, current[i].SyntaxTree))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
