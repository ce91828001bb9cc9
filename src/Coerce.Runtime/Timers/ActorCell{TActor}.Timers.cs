namespace Coerce.Dispatch;

// What timers that take turns by themselves need of the cell.
public partial class ActorCell<TActor>
{
    internal sealed override int LookAhead() => (IsClosed ? 1 : 0) + (Actor?.GetType() == typeof(TActor) ? 1 : 0);
}
