using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>Recognises the calls that send a message and wait for what becomes of it.</summary>
internal static class AskCalls
{
    public static bool IsAsk(IMethodSymbol method)
        => !method.IsStatic
            && MayBeAsk(method.Name)
            && method.ReturnType is INamedTypeSymbol reply
            && KnownTypes.IsValueTask(reply)
            && (KnownAttributes.ActorOf(method.ContainingType) is not null
                || (method.Name == WellKnownNames.AskAsync && IsAskInterface(method.ContainingType)));

    /// <summary>Whether the call of a ref is written as a method of the actor: <c>GetBalanceAsync()</c>.</summary>
    public static bool IsMethodStyle(IMethodSymbol ask) => ask.Name != WellKnownNames.AskAsync;

    /// <summary>A cheap first look: hardly any call has such a name.</summary>
    public static bool MayBeAsk(string name)
        => name.EndsWith(WellKnownNames.AsyncSuffix, System.StringComparison.Ordinal)
            && name is not (WellKnownNames.TellAsync or WellKnownNames.StreamAsync or WellKnownNames.RunAsync or "StopAsync");

    /// <summary>What turns a reply to wait for into another form of it.</summary>
    public static bool IsSameReply(string method) => method is "AsTask" or "ConfigureAwait" or "Preserve";

    /// <summary>What many actors may stand behind: <c>IAsk&lt;M&gt;</c>, <c>IAsk&lt;M, R&gt;</c>, <c>IActorRef&lt;P&gt;</c>.</summary>
    public static bool IsAskInterface(INamedTypeSymbol type)
        => type is { TypeKind: TypeKind.Interface, Name: WellKnownNames.IAsk or WellKnownNames.IActorRef } && KnownTypes.IsInCoerce(type);
}
