using System.Runtime.CompilerServices;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Memory;

/// <summary>What follows from the declarations of a whole program.</summary>
/// <typeparam name="TFound">What is found; nothing that holds on to a compilation.</typeparam>
internal sealed class ProgramMemory<TFound>
    where TFound : class
{
    private readonly DeclarationsMemory _programs = new();
    private readonly ConditionalWeakTable<ProgramDeclarations, TFound> _found = new();

    public TFound? Find(Compilation compilation) => _found.TryGetValue(_programs.Of(compilation), out var found) ? found : null;

    public TFound Get(Compilation compilation, ConditionalWeakTable<ProgramDeclarations, TFound>.CreateValueCallback find)
        => _found.GetValue(_programs.Of(compilation), find);
}
