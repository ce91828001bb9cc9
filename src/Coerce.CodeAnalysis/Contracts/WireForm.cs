namespace Coerce.CodeAnalysis;

/// <summary>How a value of a type lies in a field of a protobuf message.</summary>
internal enum WireForm
{
    /// <summary>The compiler knows the type no better than we do, and says so.</summary>
    Unknown,
    Bool,
    Int32,
    Int64,
    UInt32,
    UInt64,
    Float,
    Double,
    SByte,
    Int16,
    Byte,
    UInt16,
    Char,
    Date,
    String,
    Uri,
    Guid,
    ArrayBytes,
    ImmutableBytes,
    MemoryBytes,
    Timestamp,
    Duration,
    Time,
    Decimal,
    Enum,

    /// <summary>The ref of an actor.</summary>
    Ref,

    /// <summary>The ref of any actor that speaks a protocol.</summary>
    ProtocolRef,

    /// <summary>A message of its own: a record, a hierarchy, what a converter makes of a type.</summary>
    Message,
}

/// <summary>How often a value is in a field.</summary>
internal enum MemberLabel
{
    /// <summary>Once; what is the default is not written.</summary>
    Plain,

    /// <summary>Once or not at all: null.</summary>
    Optional,

    /// <summary>Any number of times.</summary>
    List,

    /// <summary>Any number of times, each with a key.</summary>
    Map,
}

/// <summary>The collections that a list or a map can be in C#: how it is made from what was read.</summary>
internal enum CollectionForm
{
    None,
    Array,
    ImmutableArray,
    List,
    ImmutableList,
    HashSet,
    ImmutableHashSet,
    FrozenSet,
    Memory,
    Dictionary,
    ImmutableDictionary,
    ImmutableSortedDictionary,
    FrozenDictionary,
}
