using Coerce.Dispatch;

namespace Coerce.Diagnostics;

/// <summary>What an actor is doing, in words, for messages to people.</summary>
internal static class Description
{
    /// <summary>As in <c>Account '/alice' (in Transfer(AccountRef, uint), 3 waiting)</c>.</summary>
    public static string OfBusy(ActorCell cell) =>
        $"{cell} ({(cell.CurrentHandler is { } handler ? "in " + handler : "idle")}, {cell.QueueLength} waiting)";
}
