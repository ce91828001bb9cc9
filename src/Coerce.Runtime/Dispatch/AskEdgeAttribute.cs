using System.ComponentModel;

namespace Coerce.Dispatch;

/// <summary>On an assembly: while a handler of an actor runs, it waits for the reply of another. The analyzers look for rings among these,
/// in the assemblies that refer to this one.</summary>
/// <param name="actor">The full name of the actor that asks.</param>
/// <param name="handled">The message that it handles meanwhile; empty when it starts, restarts or stops.</param>
/// <param name="asked">The actor that is asked; empty for whichever handles the message.</param>
/// <param name="message">The message that is sent.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class AskEdgeAttribute(string actor, string handled, string asked, string message) : Attribute
{
    /// <summary>The full name of the actor that asks.</summary>
    public string Actor { get; } = actor;

    /// <summary>The message that it handles meanwhile; empty when it starts, restarts or stops.</summary>
    public string Handled { get; } = handled;

    /// <summary>The actor that is asked; empty for whichever handles the message.</summary>
    public string Asked { get; } = asked;

    /// <summary>The message that is sent.</summary>
    public string Message { get; } = message;
}
