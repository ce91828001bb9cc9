using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>Stops an anonymous actor that nobody can reach any more. The cell has it, and it has the cell: so the collector
/// finds both unreachable together, and its finalizer brings the cell back for the stop.</summary>
/// <remarks>Only actors whose end somebody could notice have one: see <see cref="ActorCell.MindLastRef"/>. Whatever is queued,
/// scheduled or awaited keeps the cell reachable, so the mailbox is empty when this runs.</remarks>
internal sealed class LastRef(ActorCell cell)
{
    ~LastRef() => cell.RequestStop(immediately: false);
}
