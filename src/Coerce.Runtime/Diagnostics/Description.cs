using Coerce.Dispatch;

namespace Coerce.Diagnostics;

/// <summary>What an actor is doing, in words, for messages to people.</summary>
internal static class Description
{
    /// <summary>As in <c>Account '/alice' (in Transfer(AccountRef, uint), 3 waiting)</c>.</summary>
    public static string OfBusy(ActorCell cell) =>
        $"{cell} ({(cell.CurrentHandler is { } handler ? "in " + handler : "idle")}, {cell.QueueLength} waiting{OfStash(cell)})";

    private static string OfStash(ActorCell cell) =>
        cell.StashLength is > 0 and var stashed ? $", {stashed} stashed as {cell.BehaviorName}" : "";
}
