namespace Coerce.CodeAnalysis;

/// <summary>Why the runtime cannot call a method or a constructor.</summary>
internal enum SignatureFault
{
    None,
    NotAnOrdinaryMethod,
    ExplicitImplementation,
    Static,
    Generic,
    ReferenceReturn,
    ReferenceParameter,
    RefStruct,
    Pointer,
    Dynamic,
    Stream,
    Deferred,
    NoMessage,
    SeveralMessages,
    NotVisible,
    ForeignContext,
    RepeatedParameter,

    // Lifecycle methods only.
    ExtraParameter,
    Reply,
    RepeatedMethod,

    // A name that means nothing: the compiler has told the user already, so that no rule reports it again.
    Unresolved,

    // The class has the method twice (CS0111): the compiler has told the user already, and no call could say which of the two it means.
    Redeclared,

    // Only analyzers see it: the generator does not know the type.
    GeneratedType,
}
