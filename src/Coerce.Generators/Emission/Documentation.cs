using Coerce.Generators.Model;

namespace Coerce.Generators.Emission;

/// <summary>Phrases of documentation comments.</summary>
internal static class Documentation
{
    /// <summary>A message: a link where a link can be written, else its name.</summary>
    internal static string Message(HandlerModel handler, ActorIdentity actor)
    {
        if (handler.IsMethodStyle) return $"<see cref=\"{actor.Cref}.{handler.MessageInActor}\"/>";

        // Keywords, type arguments, arrays and tuples have no cref, or one that says less than the name itself.
        string type = handler.Message.Unannotated;
        return type.StartsWith("global::", StringComparison.Ordinal) && type.IndexOfAny(['<', '[', '(', '?']) < 0
            ? $"<see cref=\"{type}\"/>"
            : $"<c>{Escape(handler.Message.DisplayName)}</c>";
    }

    /// <summary>"a" or "an", as the name sounds to most.</summary>
    internal static string Article(string name) => "AEIOUaeiou".IndexOf(name[0]) >= 0 ? "an" : "a";

    internal static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
