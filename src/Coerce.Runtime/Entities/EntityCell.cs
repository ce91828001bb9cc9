using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>The cell of an entity: an ordinary one whose object comes and goes.</summary>
internal sealed class EntityCell<TActor> : ActorCell<TActor>
    where TActor : class
{
    internal EntityCell(EntityLife life, Props props, ActorDispatcher<TActor> dispatcher)
        : base(life.Directory.System, null, null, props, dispatcher)
    {
        Life = life;
        Sleep();
    }

    internal override EntityLife Life { get; }
}
