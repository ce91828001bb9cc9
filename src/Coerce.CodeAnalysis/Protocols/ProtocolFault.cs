namespace Coerce.CodeAnalysis;

/// <summary>Why a type is no protocol.</summary>
internal enum ProtocolFault
{
    None,

    /// <summary>An interface, a struct or anything else of which no class derives.</summary>
    NotAClass,
    NotAbstract,

    /// <summary>It, or a type that contains it, has type parameters.</summary>
    Generic,

    /// <summary>The ref could not name it.</summary>
    Hidden,
    NoCases,

    /// <summary>A derived class is neither sealed nor abstract.</summary>
    OpenCase,
    GenericCase,
    HiddenCase,

    /// <summary>A derived class is in another assembly.</summary>
    ForeignCase,

    /// <summary>A case declares two replies.</summary>
    SeveralRequests,

    /// <summary>A case declares its reply for a protocol that it is no case of, or that is wider than this one.</summary>
    ForeignRequest,
}
