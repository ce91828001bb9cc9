using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>Reads the members of a message.</summary>
internal sealed class MemberShapes
{
    private readonly WireTypes _types;

    public MemberShapes(WireTypes types) => _types = types;

    /// <summary>A member by its type: how often it is there, and what it is.</summary>
    public MemberShape Of(ISymbol symbol, string name, ITypeSymbol type)
    {
        var (plain, isNullable) = WithoutNull(type);
        var member = Read(symbol, name, type, plain, isNullable);
        member.IsSensitive = KnownAttributes.IsSensitive(symbol);
        return member;
    }

    private MemberShape Read(ISymbol symbol, string name, ITypeSymbol type, ITypeSymbol plain, bool isNullable)
    {
        var single = _types.Of(plain);
        if (single.Form != WireForm.Unknown || CollectionTypes.Of(plain) is not { } collection)
        {
            var kind = single.Fault is ContractFaultKind.Foreign or ContractFaultKind.Open && CollectionTypes.IsCollection(plain) ? ContractFaultKind.UnknownCollection : single.Fault;
            return new MemberShape(symbol, name, type, isNullable ? MemberLabel.Optional : MemberLabel.Plain, single)
            {
                Fault = kind == ContractFaultKind.None ? null : new ContractFault(kind, plain, symbol),
            };
        }

        var (itemType, isItemNullable) = WithoutNull(collection.Item);
        var item = _types.Of(itemType);
        var member = new MemberShape(symbol, name, type, collection.Key is null ? MemberLabel.List : MemberLabel.Map, item)
        {
            Collection = collection.Form,
            Key = collection.Key is null ? null : _types.Of(collection.Key),
        };

        var fault = isNullable ? ContractFaultKind.NullableCollection
            : isItemNullable ? ContractFaultKind.NullableItem
            : item.Form == WireForm.Unknown && CollectionTypes.Of(itemType) is not null ? ContractFaultKind.NestedCollection
            : item.Fault != ContractFaultKind.None ? item.Fault
            : member.Key is { CanBeKey: false, Type.TypeKind: not TypeKind.Error } ? ContractFaultKind.MapKey
            : ContractFaultKind.None;
        var culprit = fault switch
        {
            ContractFaultKind.NullableCollection => type,
            ContractFaultKind.MapKey => collection.Key!,
            _ => collection.Item,
        };
        member.Fault = fault == ContractFaultKind.None ? null : new ContractFault(fault, culprit, symbol);
        return member;
    }

    /// <summary>Those of a type that travel, in the order of declaration, those of its bases first; and the constructor that takes them.</summary>
    public (ImmutableArray<MemberShape> Members, IMethodSymbol? Constructor) In(INamedTypeSymbol type)
    {
        var candidates = Candidates(type);
        foreach (var constructor in type.InstanceConstructors
                     .Where(constructor => IsUsable(constructor, type))
                     .OrderByDescending(static constructor => constructor.Parameters.Length))
        {
            var members = Match(constructor, candidates);
            if (!members.IsDefault)
            {
                return (members, constructor);
            }
        }

        return (ImmutableArray<MemberShape>.Empty, null);
    }

    // Null where a parameter has no member, or a member that has to be there has no way in.
    private ImmutableArray<MemberShape> Match(IMethodSymbol constructor, ImmutableArray<ISymbol> candidates)
    {
        var members = ImmutableArray.CreateBuilder<MemberShape>();
        var taken = 0;
        foreach (var candidate in candidates)
        {
            var type = TypeOf(candidate);
            var parameter = constructor.Parameters.FirstOrDefault(other =>
                string.Equals(other.Name, candidate.Name, System.StringComparison.OrdinalIgnoreCase) && IsSame(other.Type, type));
            if (parameter is null && !CanBeSet(candidate))
            {
                // What is computed from the others does not travel.
                continue;
            }

            var member = Of(candidate, candidate.Name, type);
            member.Parameter = parameter?.Ordinal ?? -1;
            member.IsSensitive |= parameter is not null && KnownAttributes.IsSensitive(parameter);
            taken += parameter is null ? 0 : 1;
            members.Add(member);
        }

        return taken == constructor.Parameters.Length ? InOrder(members) : default;
    }

    // The parameters of a record come first, in their order: that is how its author reads it.
    private static ImmutableArray<MemberShape> InOrder(ImmutableArray<MemberShape>.Builder members)
        => members.OrderBy(static member => member.Parameter < 0 ? int.MaxValue : member.Parameter).ToImmutableArray();

    private static ImmutableArray<ISymbol> Candidates(INamedTypeSymbol type)
    {
        var found = ImmutableArray.CreateBuilder<ISymbol>();
        for (INamedTypeSymbol? part = type; part is not null && part.SpecialType == SpecialType.None; part = part.BaseType)
        {
            var own = part.GetMembers().Where(member => IsCandidate(member) && !found.Any(other => other.Name == member.Name)).ToArray();
            for (var i = 0; i < own.Length; i++)
            {
                found.Insert(i, own[i]);
            }
        }

        return found.ToImmutable();
    }

    private static bool IsCandidate(ISymbol member)
        => !member.IsStatic
            && member is IPropertySymbol { IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public, DeclaredAccessibility: Accessibility.Public, ExplicitInterfaceImplementations.IsEmpty: true }
                or IFieldSymbol { IsConst: false, DeclaredAccessibility: Accessibility.Public, AssociatedSymbol: null };

    private bool CanBeSet(ISymbol member) => member switch
    {
        IPropertySymbol { SetMethod: { } setter } => IsReachable(setter),
        IFieldSymbol { IsReadOnly: false } => true,
        _ => false,
    };

    private bool IsUsable(IMethodSymbol constructor, INamedTypeSymbol type)
        => IsReachable(constructor)
            && constructor.Parameters.All(static parameter => parameter.RefKind is RefKind.None or RefKind.In)
            && !(type.IsRecord && constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type));

    /// <summary>Whether generated code, which stands in this assembly and in no class, may call it.</summary>
    private bool IsReachable(IMethodSymbol method)
        => method.DeclaredAccessibility == Accessibility.Public
            || method.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal && _types.IsOwn(method.ContainingType);

    private static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    // A type that is not there yet is another symbol each time it is named.
    private static bool IsSame(ITypeSymbol left, ITypeSymbol right)
        => SymbolEqualityComparer.Default.Equals(left, right) || left.ToDisplayString() == right.ToDisplayString();

    private static (ITypeSymbol Type, bool IsNullable) WithoutNull(ITypeSymbol type)
        => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? (nullable.TypeArguments[0], true)
            : (type.WithNullableAnnotation(NullableAnnotation.None), type is { IsValueType: false, NullableAnnotation: NullableAnnotation.Annotated });
}
