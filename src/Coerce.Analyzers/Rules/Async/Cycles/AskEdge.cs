using System;
using System.IO;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules.Async.Cycles;

/// <summary>While a handler runs, it waits for the reply of another.</summary>
internal sealed class AskEdge(string actor, string handled, string asked, string message, Location? location, string assembly)
{
    internal string Actor { get; } = actor;

    /// <summary>The message that the actor handles; empty when it starts, restarts or stops.</summary>
    internal string Handled { get; } = handled;

    /// <summary>Empty for whichever actor handles the message.</summary>
    internal string Asked { get; } = asked;

    internal string Message { get; } = message;

    /// <summary>The ask; null for one in another assembly.</summary>
    internal Location? Location { get; } = location;

    internal string Key => $"{Actor}|{Handled}|{Asked}|{Message}";

    /// <summary>Who asks, and where: <c>Account.Transfer (Account.cs:12)</c>.</summary>
    internal string Describe() => $"{Name(Actor, Handled)} ({Place()})";

    /// <summary>What a person would call a handler: <c>Account.Transfer</c>, <c>Account.On(Deposit)</c>.</summary>
    internal static string Name(string actor, string message)
    {
        var name = Short(actor);
        return message.Length == 0 ? name
            : message.StartsWith(actor + ".Messages.", StringComparison.Ordinal) ? $"{name}.{Short(message)}"
            : $"{name}.On({Short(message)})";
    }

    private static string Short(string name)
    {
        var generic = name.IndexOf('<');
        var dot = name.LastIndexOf('.', generic < 0 ? name.Length - 1 : generic);
        return name.Substring(dot + 1);
    }

    private string Place()
    {
        if (Location is null)
        {
            return assembly;
        }

        var span = Location.GetLineSpan();
        return $"{Path.GetFileName(span.Path)}:{span.StartLinePosition.Line + 1}";
    }
}
