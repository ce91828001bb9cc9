using Coerce.CodeAnalysis;

namespace Coerce.Generators.Model;

/// <summary>An ask that a handler waits for, as it is written.</summary>
/// <param name="Actor">The actor that asks, as a key of <see cref="AskKeys"/>.</param>
/// <param name="Handled">The type of the message that it handles meanwhile; null for one that is made for the handler.</param>
/// <param name="HandledName">That message; empty when the actor starts, restarts or stops.</param>
/// <param name="Asked">The type of what is asked.</param>
/// <param name="IsRef">Whether the compiler knows it as a ref, or as an <c>IAsk</c>.</param>
/// <param name="Message">The type of the message that is sent; null for the call of a method.</param>
/// <param name="Method">The handler that such a call means.</param>
internal sealed record AskModel(
    string Actor, TypeText? Handled, string HandledName, TypeText Asked, bool IsRef, TypeText? Message, string Method)
{
    /// <summary>Null when the names mean nothing that is known here.</summary>
    internal AskEdgeModel? Resolve(GeneratedTypes types)
    {
        if (Key(Asked, types) is not { } asked) return null;

        string? handled = Handled is null ? HandledName : Key(Handled, types);
        bool isInterface = IsInterface(asked);
        if (handled is null || !(IsRef || types.Find(asked) is not null) || (!isInterface && asked.Contains('<'))) return null;

        string actor = isInterface ? "" : AskKeys.ActorOf(asked);
        string? message = Message is null ? AskKeys.OfMethod(actor, Method) : Key(Message, types);
        return message is null ? null : new AskEdgeModel(Actor, handled, actor, message);
    }

    private static bool IsInterface(string asked)
        => asked.StartsWith("Coerce.IAsk<", StringComparison.Ordinal) || asked.StartsWith("Coerce.IActorRef<", StringComparison.Ordinal);

    private static string? Key(TypeText type, GeneratedTypes types)
        => type.Resolve(types, Reach.Private) is { IsResolved: true } resolved ? AskKeys.Normalize(resolved.Text) : null;
}

/// <summary>The same, as other assemblies read it: the arguments of an <c>AskEdgeAttribute</c>.</summary>
internal sealed record AskEdgeModel(string Actor, string Handled, string Asked, string Message)
{
    internal static EquatableArray<AskEdgeModel> From(IEnumerable<AskModel> asks, GeneratedTypes types)
        => asks.Select(ask => ask.Resolve(types))
            .OfType<AskEdgeModel>()
            .Distinct()
            .OrderBy(edge => edge.Actor, StringComparer.Ordinal)
            .ThenBy(edge => edge.Handled, StringComparer.Ordinal)
            .ThenBy(edge => edge.Asked, StringComparer.Ordinal)
            .ThenBy(edge => edge.Message, StringComparer.Ordinal)
            .ToEquatableArray();
}
