using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules.Wire;

/// <summary>Why a type has no contract, and what to write instead.</summary>
internal static class ContractFaultText
{
    public static string Of(ContractFault fault) => fault.Kind switch
    {
        ContractFaultKind.NoData => "is no data that could be written down; send what it is made from",
        ContractFaultKind.Open when fault.Type.TypeKind == TypeKind.Interface => "may be anything; name a type, or an abstract record with sealed cases",
        ContractFaultKind.Open => "is abstract and has no cases; give it sealed records that derive from it",
        ContractFaultKind.OpenCase => "is a case that others could derive from; make it a sealed record, not generic, in the assembly of its base",
        ContractFaultKind.Foreign => $"comes from {fault.Type.ContainingAssembly?.Name}, which has no contract for it; name a converter, "
            + $"[assembly: Contract(typeof({ShapeRuleText.Show(fault.Type)}), Converter = typeof(...))], or put [Contract] on it if it is yours",
        ContractFaultKind.NoConstructor => "cannot be made from its members; give it a constructor whose parameters are named like its properties, or init accessors",
        ContractFaultKind.NestedCollection => "is a collection in a collection, which protobuf does not have; put the inner one into a record",
        ContractFaultKind.NullableCollection => "is a collection that may be null, which protobuf cannot tell from an empty one; make it empty instead",
        ContractFaultKind.NullableItem => "is an item that may be null, which protobuf does not have; put it into a record with a nullable member",
        ContractFaultKind.UnknownCollection => "is a collection that contracts do not know; take an ImmutableArray<T>, an IReadOnlyList<T> or an IReadOnlyDictionary<TKey, TValue>",
        ContractFaultKind.MapKey => "is no key that protobuf takes; take a string, an integer, an enum or a bool",
        ContractFaultKind.LongTuple => "is a tuple of more than seven parts; write a record",
        ContractFaultKind.RefArgument => "is a generic type of refs, which the generator cannot name; write a record that has the ref as a member",
        ContractFaultKind.Generic => "is a type parameter, of which nobody knows what to write; name the type",
        ContractFaultKind.LargeEnum => "is an enum with numbers beyond 32 bits, which protobuf does not have; take an integer, or smaller numbers",
        ContractFaultKind.DateTime => "does not say which zone it is in; take a DateTimeOffset",
        ContractFaultKind.Hidden => "is private, and generated code has to name it; make it internal",
        ContractFaultKind.AnyRef => "is a ref that does not say of which kind of actor; take that of one kind, such as AccountRef, or an IActorRef<TProtocol>",
        ContractFaultKind.Converter => $"is no converter for it; implement IContractConverter with a record as its data, which has no converter itself",
        _ => "has no contract",
    };
}
