namespace Coerce.CodeAnalysis;

/// <summary>Why <c>Props</c> cannot construct an actor.</summary>
internal enum ConstructorFault
{
    None,
    Several,
    AllPrivate,
    Parameter,
    RequiredMember,
}
