using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>Why a type has no contract.</summary>
internal enum ContractFaultKind
{
    None,

    /// <summary>A delegate, an <c>object</c>, a task, a stream: nothing that could be written down.</summary>
    NoData,

    /// <summary>An interface, or an abstract class without cases.</summary>
    Open,

    /// <summary>A case that could have cases of its own, is generic, or stands in another assembly.</summary>
    OpenCase,

    /// <summary>Of another assembly, which has no contract for it.</summary>
    Foreign,

    /// <summary>No constructor takes the members that cannot be set.</summary>
    NoConstructor,

    /// <summary>A list or a map in a list or a map.</summary>
    NestedCollection,

    /// <summary>A list or a map that may be null.</summary>
    NullableCollection,

    /// <summary>Null among the items of a list.</summary>
    NullableItem,

    /// <summary>A collection that contracts do not know.</summary>
    UnknownCollection,

    /// <summary>What protobuf does not take as the key of a map.</summary>
    MapKey,

    /// <summary>A tuple of eight parts and more, which is a tuple in a tuple to the compiler.</summary>
    LongTuple,

    /// <summary>A generic type of refs: while the generator runs it cannot name them there.</summary>
    RefArgument,

    /// <summary>A type parameter.</summary>
    Generic,

    /// <summary>An enum with numbers that do not fit into 32 bits.</summary>
    LargeEnum,

    /// <summary>A <c>DateTime</c>, which says not of which zone it is.</summary>
    DateTime,

    /// <summary>A private type.</summary>
    Hidden,

    /// <summary>A ref that does not say of which kind of actor it is.</summary>
    AnyRef,

    /// <summary>What <c>Converter</c> names is none for the type.</summary>
    Converter,
}

/// <summary>A type without a contract, and how one gets there.</summary>
internal sealed class ContractFault
{
    public ContractFault(ContractFaultKind kind, ITypeSymbol type, ISymbol? member = null)
    {
        Kind = kind;
        Type = type;
        Member = member;
    }

    public ContractFaultKind Kind { get; }

    /// <summary>The type at fault.</summary>
    public ITypeSymbol Type { get; }

    /// <summary>The member of that type; null where it is a message or a reply itself.</summary>
    public ISymbol? Member { get; }

    /// <summary>The path from the message: <c>Order.Lines[].Tags</c>.</summary>
    public string Path { get; private set; } = "";

    public ContractFault At(string path) => new(Kind, Type, Member) { Path = path };
}
