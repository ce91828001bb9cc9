namespace Coerce.CodeAnalysis;

/// <summary>Why the generated code cannot make an interceptor.</summary>
internal enum InterceptorFault
{
    None,
    Abstract,
    NotVisible,
    NoConstructor,
    SeveralConstructors,
    Parameter,
}
