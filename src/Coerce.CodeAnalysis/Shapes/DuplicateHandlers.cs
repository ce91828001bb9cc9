using System.Collections.Immutable;

namespace Coerce.CodeAnalysis;

/// <summary>Handlers that the ref could not tell apart.</summary>
internal static class DuplicateHandlers
{
    /// <summary>The handler before this one that takes the same message.</summary>
    public static HandlerSignature? FindEarlier(ImmutableArray<HandlerSignature> handlers, int index)
    {
        var handler = handlers[index];
        for (var i = 0; handler.IsSound && i < index; i++)
        {
            if (handlers[i].IsSound && AreSame(handlers[i], handler))
            {
                return handlers[i];
            }
        }

        return null;
    }

    /// <summary>Whether two handlers, of one actor or of its behaviours, take the same message.</summary>
    public static bool AreSame(HandlerSignature left, HandlerSignature right)
    {
        if (left.Style != right.Style)
        {
            return false;
        }

        return left.Style == HandlerStyle.Method
            ? left.Name == right.Name
            : left.Message is { } l && right.Message is { } r && MessageTypes.AreSame(l, r);
    }
}
