using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>A closed hierarchy of messages as generator and analyzers see it: its cases, or why it is none.</summary>
internal sealed class ProtocolShape
{
    private ProtocolShape(ITypeSymbol type) => Type = type;

    public ITypeSymbol Type { get; }

    /// <summary>The messages, in the order of declaration.</summary>
    public ImmutableArray<ProtocolCase> Cases { get; private set; } = ImmutableArray<ProtocolCase>.Empty;

    public ProtocolFault Fault { get; private set; }

    /// <summary>The class at fault, where it is not the protocol itself.</summary>
    public INamedTypeSymbol? FaultSubject { get; private set; }

    /// <summary>What a case declares of a reply, where that is at fault.</summary>
    public INamedTypeSymbol? FaultRequest { get; private set; }

    /// <param name="type">What the attribute names.</param>
    /// <param name="actor">The actor, whose ref has to name the cases.</param>
    /// <param name="compilation">The program with the actor.</param>
    public static ProtocolShape Of(ITypeSymbol type, INamedTypeSymbol actor, Compilation compilation)
    {
        var shape = new ProtocolShape(type);
        if (shape.Check(actor) is { } protocol)
        {
            shape.ReadCases(protocol, actor, compilation);
        }

        return shape;
    }

    /// <summary>The protocol, when its own declaration allows it to be one.</summary>
    private INamedTypeSymbol? Check(INamedTypeSymbol actor)
    {
        if (Type is not INamedTypeSymbol { TypeKind: TypeKind.Class, IsStatic: false } protocol)
        {
            Fault = Type.TypeKind == TypeKind.Error ? ProtocolFault.None : ProtocolFault.NotAClass;
            return null;
        }

        Fault = IsGeneric(protocol) ? ProtocolFault.Generic
            : !protocol.IsAbstract ? ProtocolFault.NotAbstract
            : !Visibilities.IsVisibleInRef(protocol, actor) ? ProtocolFault.Hidden
            : ProtocolFault.None;
        return Fault == ProtocolFault.None ? protocol : null;
    }

    private void ReadCases(INamedTypeSymbol protocol, INamedTypeSymbol actor, Compilation compilation)
    {
        var cases = ImmutableArray.CreateBuilder<ProtocolCase>();
        foreach (var type in ProtocolTypes.DerivedFrom(protocol, compilation))
        {
            var requests = type.AllInterfaces.RemoveAll(static declared => !KnownTypes.IsRequest(declared));
            Fault = FaultOf(type, protocol, actor, requests);
            if (Fault != ProtocolFault.None)
            {
                FaultSubject = type;
                FaultRequest = requests.LastOrDefault();
                return;
            }

            if (!type.IsAbstract)
            {
                cases.Add(new ProtocolCase(type, requests.FirstOrDefault()));
            }
        }

        Cases = cases.ToImmutable();
        Fault = Cases.IsEmpty ? ProtocolFault.NoCases : ProtocolFault.None;
    }

    private static ProtocolFault FaultOf(
        INamedTypeSymbol type, INamedTypeSymbol protocol, INamedTypeSymbol actor, ImmutableArray<INamedTypeSymbol> requests)
        => !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, protocol.ContainingAssembly) ? ProtocolFault.ForeignCase
            : IsGeneric(type) ? ProtocolFault.GenericCase
            : type.IsAbstract ? ProtocolFault.None
            : !type.IsSealed ? ProtocolFault.OpenCase
            : !Visibilities.IsVisibleInRef(type, actor) ? ProtocolFault.HiddenCase
            : requests.Length > 1 ? ProtocolFault.SeveralRequests
            : requests.Length == 1 && !IsOwn(requests[0].TypeArguments[0], type, protocol) ? ProtocolFault.ForeignRequest
            : ProtocolFault.None;

    // A case may declare its reply for the narrowest part of the hierarchy that it is in: that holds for all above it.
    private static bool IsOwn(ITypeSymbol declared, INamedTypeSymbol type, INamedTypeSymbol protocol)
        => declared.TypeKind == TypeKind.Error
            || (declared is INamedTypeSymbol part
                && (IsOrDerives(part, protocol) && IsOrDerives(type, part)));

    private static bool IsOrDerives(INamedTypeSymbol type, INamedTypeSymbol from)
        => SymbolEqualityComparer.Default.Equals(type, from) || ProtocolTypes.Derives(type, from);

    private static bool IsGeneric(INamedTypeSymbol type)
    {
        for (var part = type; part is not null; part = part.ContainingType)
        {
            if (part.Arity > 0)
            {
                return true;
            }
        }

        return false;
    }
}
