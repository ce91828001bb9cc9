using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Coerce.Dispatch;

/// <summary>A reply of the type that the case of a protocol declares.</summary>
/// <typeparam name="TReply">That type, as the ref knows it: a type parameter.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ProtocolReply<TReply>
{
    /// <summary>The reply as what it is.</summary>
    /// <typeparam name="TActual">The type that the handler returns, the same one.</typeparam>
    /// <param name="reply">The reply.</param>
    public static ValueTask<TReply> Of<TActual>(ValueTask<TActual> reply)
    {
        if (typeof(TActual) == typeof(TReply)) return Unsafe.As<ValueTask<TActual>, ValueTask<TReply>>(ref reply);
        throw new InvalidCastException($"The case declares a reply of type {typeof(TReply)}, and the actor was built when that was {typeof(TActual)}: build its assembly again.");
    }
}
