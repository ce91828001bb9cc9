using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>How an entity was found.</summary>
internal enum Use
{
    /// <summary>It is in a turn, messages wait, or it owes something.</summary>
    Busy,

    /// <summary>It has had a turn since the last look.</summary>
    Some,

    /// <summary>It has had none. Whoever looked has its turn now.</summary>
    None,

    /// <summary>A message came while it was looked at. Whoever looked has its turn now, and must schedule it.</summary>
    WokenWhileLooking,
}

/// <summary>Marks in the place of the tag that every turn writes: as long as a mark is there, there was no turn. So turns pay nothing for
/// being counted.</summary>
/// <remarks>They are written by whoever has the turn. Each observer has a mark of its own.</remarks>
internal static class UseMarks
{
    public const int ForIdle = 1;
    public const int ForBound = 2;
    private const int All = ForIdle | ForBound;

    /// <summary>True for a number that is no tag but marks, or none.</summary>
    public static bool IsNoTag(int tag) => tag <= ActorCell.NoHandler + All;

    /// <summary>Whether a mark is still there; from now on it is.</summary>
    public static bool IsUnused(ActorCell cell, int mark)
    {
        int tag = cell.CurrentTag;
        int marks = IsNoTag(tag) ? tag - ActorCell.NoHandler : 0;
        cell.BeginStep(ActorCell.NoHandler + (marks | mark));
        return (marks & mark) != 0;
    }
}
