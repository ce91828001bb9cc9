using System.ComponentModel;

namespace Coerce.Dispatch;

/// <summary>How deep a value is that holds values of its own type: one that refers to itself has no end.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WriteDepth
{
    [ThreadStatic]
    private static int _left;

    /// <summary>At the root of a value.</summary>
    internal static void Begin(int limit) => _left = limit;

    /// <summary>How many bytes a message has within another, with its length in front; for types that may be within themselves.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <typeparam name="TContract">Its contract.</typeparam>
    /// <param name="value">The value.</param>
    /// <exception cref="ContractException">It is too deep.</exception>
    internal static int Size<T, TContract>(T value)
        where TContract : IContract<T>
    {
        if (--_left <= 0)
            throw new ContractException(TContract.Name, "", "has messages in messages, deeper than ContractLimits.MaxDepth allows. Does the value refer to itself?");
        int size = TContract.Size(value);
        _left++;
        return size;
    }
}
