using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>The types that what is sent is made of, and what is wrong with them. Holds symbols: nobody keeps one.</summary>
internal sealed class ContractGraph
{
    private static readonly ConditionalWeakTable<Compilation, ContractGraph> Graphs = new();

    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<ISymbol, ContractShape> _shapes = new(SymbolEqualityComparer.Default);

    private ContractGraph(Compilation compilation)
    {
        _compilation = compilation;
        Types = new WireTypes(compilation);
        Members = new MemberShapes(Types);
    }

    /// <summary>That of a compilation, which all of its actors share. It lives as long as the compilation does.</summary>
    public static ContractGraph Of(Compilation compilation) => Graphs.GetValue(compilation, static key => new ContractGraph(key));

    public WireTypes Types { get; }

    public MemberShapes Members { get; }

    public ContractShape Of(INamedTypeSymbol type)
    {
        var plain = (INamedTypeSymbol)type.WithNullableAnnotation(NullableAnnotation.None);
        return _shapes.GetOrAdd(plain, type => ContractShape.Of((INamedTypeSymbol)type, Types, _compilation));
    }

    /// <summary>The first fault on the way from a member down, with the path to it; null when all of it can leave.</summary>
    /// <param name="member">A member, or what a handler takes or gives.</param>
    /// <param name="path">How the member is called.</param>
    public ContractFault? FindFault(MemberShape member, string path)
        => FindFault(member, path, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    public ContractFault? FindFault(INamedTypeSymbol type, string path)
        => FindFault(type, path, new HashSet<ISymbol>(SymbolEqualityComparer.Default));

    /// <summary>All types that a value of the type is made of, itself first.</summary>
    public IEnumerable<ContractShape> Closure(INamedTypeSymbol type)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var waiting = new Queue<INamedTypeSymbol>();
        waiting.Enqueue(type);
        while (waiting.Count > 0)
        {
            var shape = Of(waiting.Dequeue());
            if (!seen.Add(shape.Type))
            {
                continue;
            }

            yield return shape;
            foreach (var part in shape.Parts)
            {
                waiting.Enqueue(part);
            }
        }
    }

    private ContractFault? FindFault(MemberShape member, string path, HashSet<ISymbol> seen)
    {
        var items = member.Label is MemberLabel.List or MemberLabel.Map ? path + "[]" : path;
        return member.Fault is { } fault ? fault.At(path)
            : member.Item is { Form: WireForm.Message, Type: INamedTypeSymbol type } ? FindFault(type, items, seen)
            : null;
    }

    private ContractFault? FindFault(INamedTypeSymbol type, string path, HashSet<ISymbol> seen)
    {
        var shape = Of(type);
        if (!seen.Add(shape.Type))
        {
            return null;
        }

        if (shape.Fault is { } own)
        {
            return own.At(path);
        }

        foreach (var member in shape.Members)
        {
            if (FindFault(member, path + "." + member.Name, seen) is { } fault)
            {
                return fault;
            }
        }

        foreach (var part in shape.Form == ContractForm.Record ? Enumerable.Empty<INamedTypeSymbol>() : shape.Parts)
        {
            if (FindFault(part, shape.Form == ContractForm.Union ? path + "/" + part.Name : path, seen) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }
}
