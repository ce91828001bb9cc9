namespace Watching;

public sealed record Follow(ActorRef Whom);

[Actor]
public sealed partial class Follower
{
    [Behavior(Initial = true)]
    private sealed partial class Free(Follower follower, ActorContext<FollowerRef> context)
    {
        [Handles]
        bool On(Follow message)
        {
            {|COERCE0104:context.Watch(message.Whom)|};
            follower.Become(new Bound(message.Whom));
            return true;
        }
    }

    [Behavior]
    private sealed partial class Bound(ActorRef whom)
    {
        [Handles] bool On(Follow message) => message.Whom == whom;
    }
}
