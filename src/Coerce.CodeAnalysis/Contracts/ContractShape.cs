using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>What a message is made of.</summary>
internal enum ContractForm
{
    /// <summary>Members.</summary>
    Record,

    /// <summary>One of its cases.</summary>
    Union,

    /// <summary>What a converter makes of it.</summary>
    Converted,

    /// <summary>It has a contract in another assembly.</summary>
    Foreign,
}

/// <summary>A type that can leave the process, as generator and analyzers see it; or why it cannot. Holds symbols: nobody keeps one.</summary>
internal sealed class ContractShape
{
    private ContractShape(INamedTypeSymbol type) => Type = type;

    public INamedTypeSymbol Type { get; }

    public ContractForm Form { get; private set; }

    public ImmutableArray<MemberShape> Members { get; private set; } = ImmutableArray<MemberShape>.Empty;

    public IMethodSymbol? Constructor { get; private set; }

    /// <summary>The cases of a hierarchy, in the order of declaration.</summary>
    public ImmutableArray<INamedTypeSymbol> Cases { get; private set; } = ImmutableArray<INamedTypeSymbol>.Empty;

    public INamedTypeSymbol? Converter { get; private set; }

    /// <summary>What the converter makes of it.</summary>
    public WireShape Data { get; private set; }

    /// <summary>A fault of the type itself; members have faults of their own.</summary>
    public ContractFault? Fault { get; private set; }

    /// <summary>Whether a value may be of a type that derives from it.</summary>
    public bool IsOpen => Form == ContractForm.Record && Type is { TypeKind: TypeKind.Class, IsSealed: false };

    public static ContractShape Of(INamedTypeSymbol type, WireTypes types, Compilation compilation)
    {
        var shape = new ContractShape(type);
        if (types.Vouches.ConverterOf(type) is { } converter)
        {
            shape.ReadConverter(converter, types);
        }
        else if (type.IsTupleType)
        {
            shape.ReadTuple(types);
        }
        else if (!types.IsOwn(type) && !type.IsGenericType)
        {
            shape.Form = ContractForm.Foreign;
        }
        else if (type.IsAbstract)
        {
            shape.ReadCases(compilation);
        }
        else
        {
            shape.ReadMembers(types);
        }

        return shape;
    }

    private void ReadConverter(INamedTypeSymbol converter, WireTypes types)
    {
        Form = ContractForm.Converted;
        Converter = converter;
        if (ContractVouches.DataOf(converter, Type) is { } data)
        {
            Data = types.Of(data.WithNullableAnnotation(NullableAnnotation.None));
            Fault = Data.Fault != ContractFaultKind.None ? new ContractFault(Data.Fault, data)
                : Data.Form == WireForm.Message && types.Vouches.ConverterOf((INamedTypeSymbol)Data.Type) is null ? null
                : new ContractFault(ContractFaultKind.Converter, converter);
        }
        else
        {
            Fault = new ContractFault(ContractFaultKind.Converter, converter);
        }
    }

    private void ReadCases(Compilation compilation)
    {
        Form = ContractForm.Union;
        var cases = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        foreach (var derived in ProtocolTypes.DerivedFrom(Type.OriginalDefinition, compilation))
        {
            if (derived.IsAbstract)
            {
                continue;
            }

            if (!derived.IsSealed
                || !SymbolEqualityComparer.Default.Equals(derived.ContainingAssembly, Type.ContainingAssembly)
                || ClosedCases.Of(derived, Type) is not { } closed)
            {
                Fault = new ContractFault(ContractFaultKind.OpenCase, derived);
                return;
            }

            cases.Add(closed);
        }

        Cases = cases.ToImmutable();
        Fault = Cases.IsEmpty ? new ContractFault(ContractFaultKind.Open, Type) : null;
    }

    // Names of parts are not a part of the type: one place may give them and another not.
    private void ReadTuple(WireTypes types)
    {
        var members = new MemberShapes(types);
        Constructor = Type.InstanceConstructors.First(constructor => constructor.Parameters.Length == Type.TupleElements.Length);
        Members = Type.TupleElements
            .Select((element, index) =>
            {
                var field = element.CorrespondingTupleField ?? element;
                var member = members.Of(field, field.Name, element.Type);
                member.Parameter = index;
                return member;
            })
            .ToImmutableArray();
    }

    private void ReadMembers(WireTypes types)
    {
        (Members, Constructor) = new MemberShapes(types).In(Type);
        if (Constructor is null)
        {
            Fault = new ContractFault(ContractFaultKind.NoConstructor, Type);
        }
    }

    /// <summary>The types of its own that a value of it may hold.</summary>
    public IEnumerable<INamedTypeSymbol> Parts => Form switch
    {
        ContractForm.Record => Members.Where(static member => member.Fault is null && member.Item.Form == WireForm.Message).Select(static member => (INamedTypeSymbol)member.Item.Type),
        ContractForm.Union => Cases,
        ContractForm.Converted when Fault is null && Data.Form == WireForm.Message => new[] { (INamedTypeSymbol)Data.Type },
        _ => Enumerable.Empty<INamedTypeSymbol>(),
    };
}
