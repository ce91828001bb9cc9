// ---- assembly Contracts ----
using System.Collections.Immutable;

namespace Contracts;

[Contract]
public abstract record Command
{
    private protected Command()
    {
    }

    public sealed record Open(string Door) : Command;

    public sealed record Close(string Door, bool Locked) : Command;
}

[Contract]
public readonly record struct Result(bool Done, ImmutableArray<string> Notes);
// ---- assembly Actors ----
using Contracts;

namespace Actors;

[Actor("doors.keeper")]
public sealed partial class Keeper
{
    private readonly HashSet<string> _open = [];

    [Handles] Result On(Command.Open message) => new(_open.Add(message.Door), ["opened"]);

    [Handles] Result On(Command.Close message) => new(_open.Remove(message.Door), message.Locked ? ["closed", "locked"] : ["closed"]);

    [Handles] IReadOnlyCollection<string> Open() => [.. _open];
}
// ---- program House ----
using Actors;
using Contracts;

internal static class Program
{
    private static async Task<int> Main()
    {
        await using var system = new ActorSystem("house");
        KeeperRef keeper = system.Spawn(Keeper.Props(), "keeper");
        IAsk<Command.Open, Result> opener = keeper;
        Result opened = await opener.AskAsync(new Command.Open("front"));
        Result closed = await keeper.AskAsync(new Command.Close("front", Locked: true));
        return opened.Notes.Length + closed.Notes.Length + (await keeper.OpenAsync()).Count;
    }
}
