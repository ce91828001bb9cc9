namespace Coerce.CodeAnalysis;

/// <summary>Why a class cannot be an actor.</summary>
internal enum ClassFault
{
    None,
    Static,
    Record,
    Abstract,
    FileLocal,
    DerivesFromActor,
}
