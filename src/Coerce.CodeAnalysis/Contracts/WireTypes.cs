using System.Linq;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>Which types lie how in a field: the mapping table of docs/contracts.md.</summary>
internal sealed class WireTypes
{
    private readonly IAssemblySymbol _assembly;
    private readonly ContractVouches _vouches;

    public WireTypes(Compilation compilation)
    {
        _assembly = compilation.Assembly;
        _vouches = new ContractVouches(compilation.Assembly);
    }

    public ContractVouches Vouches => _vouches;

    /// <summary>One value of a type, which is not nullable and no collection.</summary>
    public WireShape Of(ITypeSymbol type)
    {
        // What the program says goes before what is known.
        if (type is INamedTypeSymbol from && _vouches.SpeaksFor(from) && _vouches.ConverterOf(from) is not null)
        {
            return new WireShape(WireForm.Message, type);
        }

        var form = Scalar(type);
        if (form != WireForm.Unknown)
        {
            return new WireShape(form, type);
        }

        return type switch
        {
            IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } => new WireShape(WireForm.ArrayBytes, type),
            IErrorTypeSymbol => new WireShape(IsRefName(type) ? WireForm.Ref : WireForm.Unknown, type),
            ITypeParameterSymbol => Not(ContractFaultKind.Generic, type),
            IDynamicTypeSymbol or IPointerTypeSymbol or IFunctionPointerTypeSymbol => Not(ContractFaultKind.NoData, type),
            INamedTypeSymbol named => OfNamed(named),
            _ => Not(ContractFaultKind.UnknownCollection, type),
        };
    }

    private WireShape OfNamed(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
        {
            return EnumFault(type) is var fault and not ContractFaultKind.None ? Not(fault, type) : new WireShape(WireForm.Enum, type);
        }

        if (IsRef(type))
        {
            return new WireShape(WireForm.Ref, type);
        }

        if (_vouches.ConverterOf(type) is not null)
        {
            return new WireShape(WireForm.Message, type);
        }

        if (type is { Name: WellKnownNames.ActorRef, Arity: 0 } && KnownTypes.IsInCoerce(type))
        {
            return Not(ContractFaultKind.AnyRef, type);
        }

        if (type.SpecialType == SpecialType.System_DateTime)
        {
            return Not(ContractFaultKind.DateTime, type);
        }

        if (type.TypeKind is TypeKind.Delegate || type.SpecialType is not SpecialType.None || IsRunning(type))
        {
            return Not(ContractFaultKind.NoData, type);
        }

        if (type.TypeArguments.Any(static argument => argument is ITypeParameterSymbol))
        {
            return Not(ContractFaultKind.Generic, type);
        }

        if (type.TypeArguments.Any(HasRef))
        {
            return Not(ContractFaultKind.RefArgument, type);
        }

        if (type.IsTupleType)
        {
            return type.TupleElements.Length > 7 ? Not(ContractFaultKind.LongTuple, type) : new WireShape(WireForm.Message, type);
        }

        if (!IsAccessible(type))
        {
            return Not(ContractFaultKind.Hidden, type);
        }

        if (type is { Name: WellKnownNames.IActorRef, Arity: 1 } && KnownTypes.IsInCoerce(type))
        {
            return new WireShape(WireForm.ProtocolRef, type);
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            return Not(ContractFaultKind.Open, type);
        }

        return IsOwn(type) || _vouches.IsMarked(type.OriginalDefinition) && type.IsGenericType || ContractNames.FindCodec(type) is not null
            ? new WireShape(WireForm.Message, type)
            : Not(ContractFaultKind.Foreign, type);
    }

    /// <summary>Whether this assembly writes the contract of the type.</summary>
    public bool IsOwn(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _assembly);

    private static WireForm Scalar(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => WireForm.Bool,
        SpecialType.System_Int32 => WireForm.Int32,
        SpecialType.System_Int64 => WireForm.Int64,
        SpecialType.System_UInt32 => WireForm.UInt32,
        SpecialType.System_UInt64 => WireForm.UInt64,
        SpecialType.System_Single => WireForm.Float,
        SpecialType.System_Double => WireForm.Double,
        SpecialType.System_SByte => WireForm.SByte,
        SpecialType.System_Int16 => WireForm.Int16,
        SpecialType.System_Byte => WireForm.Byte,
        SpecialType.System_UInt16 => WireForm.UInt16,
        SpecialType.System_Char => WireForm.Char,
        SpecialType.System_String => WireForm.String,
        SpecialType.System_Decimal => WireForm.Decimal,
        _ => type is INamedTypeSymbol named ? OfSystem(named) : WireForm.Unknown,
    };

    private static WireForm OfSystem(INamedTypeSymbol type) => type switch
    {
        { Name: "Uri", Arity: 0 } when CollectionTypes.IsIn(type, "System") => WireForm.Uri,
        { Name: "Guid", Arity: 0 } when CollectionTypes.IsIn(type, "System") => WireForm.Guid,
        { Name: "DateTimeOffset", Arity: 0 } when CollectionTypes.IsIn(type, "System") => WireForm.Timestamp,
        { Name: "DateOnly", Arity: 0 } when CollectionTypes.IsIn(type, "System") => WireForm.Date,
        { Name: "TimeOnly", Arity: 0 } when CollectionTypes.IsIn(type, "System") => WireForm.Time,
        { Name: "TimeSpan", Arity: 0 } when CollectionTypes.IsIn(type, "System") => WireForm.Duration,
        { Name: "ReadOnlyMemory", Arity: 1 } when CollectionTypes.IsIn(type, "System") && IsByte(type) => WireForm.MemoryBytes,
        { Name: "ImmutableArray", Arity: 1 } when CollectionTypes.IsIn(type, "System.Collections.Immutable") && IsByte(type) => WireForm.ImmutableBytes,
        _ => WireForm.Unknown,
    };

    private static bool IsByte(INamedTypeSymbol type) => type.TypeArguments[0].SpecialType == SpecialType.System_Byte;

    private static bool IsRef(INamedTypeSymbol type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.Name == WellKnownNames.ActorRef && KnownTypes.IsInCoerce(ancestor))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasRef(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => HasRef(array.ElementType),
        IErrorTypeSymbol => true,
        INamedTypeSymbol named => IsRef(named) || named.TypeArguments.Any(HasRef),
        _ => false,
    };

    // While the generator runs, a ref is a name that means nothing yet.
    private static bool IsRefName(ITypeSymbol type) => type.Name.EndsWith(WellKnownNames.RefSuffix, System.StringComparison.Ordinal);

    private static ContractFaultKind EnumFault(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true, ConstantValue: uint and > int.MaxValue or long and (> int.MaxValue or < int.MinValue) or ulong and > int.MaxValue })
            {
                return ContractFaultKind.LargeEnum;
            }
        }

        return IsAccessible(type) ? ContractFaultKind.None : ContractFaultKind.Hidden;
    }

    private static bool IsRunning(INamedTypeSymbol type)
        => KnownTypes.IsTask(type) || KnownTypes.IsValueTask(type) || KnownTypes.IsStream(type) || KnownTypes.IsCancellationToken(type)
            || KnownTypes.IsException(type) || KnownTypes.IsDeferred(type);

    /// <summary>Whether generated code, which stands outside of all types, can name the type.</summary>
    private static bool IsAccessible(INamedTypeSymbol type)
    {
        if (type.IsFileLocal)
        {
            return false;
        }

        for (var part = type; part is not null; part = part.ContainingType)
        {
            if (part.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
            {
                return false;
            }
        }

        return type.TypeArguments.All(static argument => argument is not INamedTypeSymbol named || named is IErrorTypeSymbol || IsAccessible(named));
    }

    private static WireShape Not(ContractFaultKind fault, ITypeSymbol type) => new(WireForm.Unknown, type, fault);
}
