namespace Coerce.CodeAnalysis;

/// <summary>Why an actor cannot be an entity.</summary>
internal enum EntityFault
{
    None,

    /// <summary><c>[Entity]</c>, and no parameter is the key.</summary>
    NoKey,
    SeveralKeys,

    /// <summary>The key is of a type that has no text that others could know it by.</summary>
    UnsupportedKey,

    /// <summary>The type of the key cannot be named where the ref can.</summary>
    HiddenKey,

    /// <summary>A generic class has no one name that its entities could be found under.</summary>
    Generic,

    /// <summary>A key that no constructor of an actor has.</summary>
    Misplaced,

    /// <summary>Only the key is known when an entity is made.</summary>
    OtherParameter,
}
