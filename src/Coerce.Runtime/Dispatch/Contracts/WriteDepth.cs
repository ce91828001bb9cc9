namespace Coerce.Dispatch;

/// <summary>How deep the value is that is being measured: one that refers to itself has no end. Counts as <see cref="ContractReader"/> does, so that
/// what is written can be read.</summary>
internal static class WriteDepth
{
    [ThreadStatic]
    private static int _left;

    /// <summary>At the root of a value, which counts itself. A converter may write another value in between: gives what <see cref="End"/> takes.</summary>
    internal static int Begin(int limit)
    {
        int outer = _left;
        _left = limit - 1;
        return outer;
    }

    internal static void End(int outer) => _left = outer;

    /// <summary>Goes into a message within the one that is measured.</summary>
    internal static void Enter()
    {
        if (--_left < 0) throw TooDeep();
    }

    internal static void Leave() => _left++;

    /// <summary>Passes a message that has no others in it.</summary>
    internal static void Pass()
    {
        if (_left <= 0) throw TooDeep();
    }

    private static FieldException TooDeep()
        => new("has messages in messages, deeper than ContractLimits.MaxDepth allows, or refers to itself");
}
