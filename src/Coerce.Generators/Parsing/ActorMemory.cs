using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Coerce.CodeAnalysis;
using Coerce.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Coerce.Generators.Parsing;

/// <summary>Reads actors, and remembers what it read for as long as nothing is declared otherwise anywhere.</summary>
/// <remarks>After each edit the compiler asks for every actor again, and has to: any declaration may change what a name in a
/// signature means. Most edits are in the body of a method, which changes no meaning.</remarks>
internal static class ActorMemory
{
    private static readonly DeclarationsMemory Programs = new();

    // By file, and then by the position of the class in it.
    private static readonly ConditionalWeakTable<SyntaxTree, ConcurrentDictionary<int, Entry>> Known = new();

    /// <summary>All that is kept because of a file, for tests of what that is.</summary>
    internal static object? KeptFor(SyntaxTree file) => Known.TryGetValue(file, out ConcurrentDictionary<int, Entry>? inFile) ? inFile.Values : null;

    /// <summary>The actor, or null for a part of it that is not the one to speak for it.</summary>
    internal static ActorReading? Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        Compilation compilation = context.SemanticModel.Compilation;
        ProgramDeclarations declarations = Programs.Of(compilation);
        ConcurrentDictionary<int, Entry> inFile = Known.GetValue(context.TargetNode.SyntaxTree, static _ => new(concurrencyLevel: 1, capacity: 1));
        int position = context.TargetNode.SpanStart;
        if (inFile.TryGetValue(position, out Entry? known) && known.Holds(declarations, compilation)) return known.Actor;

        ActorReading? actor = ActorReader.Read(context, cancellationToken);
        inFile[position] = new Entry(declarations, [.. context.TargetSymbol.DeclaringSyntaxReferences.Select(part => part.SyntaxTree)], actor);
        return actor;
    }

    /// <param name="declarations">The program in which it was read.</param>
    /// <param name="parts">The files of the actor, whose handlers' bodies are read too.</param>
    /// <param name="actor">The actor.</param>
    private sealed class Entry(ProgramDeclarations declarations, SyntaxTree[] parts, ActorReading? actor)
    {
        internal ActorReading? Actor => actor;

        internal bool Holds(ProgramDeclarations current, Compilation compilation)
            => current == declarations && parts.All(compilation.ContainsSyntaxTree);
    }
}
