using System.ComponentModel;

namespace Coerce.Dispatch;

/// <summary>Checks the scope of an ask, which may go past the mailbox. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AskScope
{
    /// <summary>The scope.</summary>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public static RequestScope Of(RequestScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return scope;
    }
}
