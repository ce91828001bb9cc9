namespace Coerce.CodeAnalysis;

/// <summary>What an interceptor stands around.</summary>
[System.Flags]
internal enum InterceptorKind
{
    None = 0,
    Turn = 1,
    Send = 2,
}
