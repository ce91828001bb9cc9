using System.ComponentModel;

namespace Coerce.Dispatch;

/// <summary>Checks the timeout of an ask. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AskTimeout
{
    /// <summary>The timeout in whole milliseconds, rounded up; 0, which stands for the system's own, never comes out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive, or over 24 days.</exception>
    public static int Of(TimeSpan timeout)
    {
        double milliseconds = Math.Ceiling(timeout.TotalMilliseconds);
        if (milliseconds is > 0 and <= int.MaxValue) return (int)milliseconds;

        throw new ArgumentOutOfRangeException(
            nameof(timeout),
            timeout,
            "An ask always has a deadline: pass a positive time of at most 24 days, or none for the system's AskTimeout.");
    }
}
