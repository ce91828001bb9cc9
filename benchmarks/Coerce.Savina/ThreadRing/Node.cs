namespace Coerce.Savina.ThreadRing;

[Actor]
public sealed partial class Node(int number, RingRef ring, ActorContext<NodeRef> context)
{
    private NodeRef? _next;
    private int _visits;

    private NodeRef Next => _next ?? throw new InvariantException($"Node {number} was sent something before it was connected.");

    [Handles] void Connect(NodeRef next) => _next = next;

    [Handles]
    void On(Token message)
    {
        _visits++;
        if (message.HopsLeft > 0) Next.Tell(new Token(message.HopsLeft - 1));
        else ring.Tell(new Ended(number));
    }

    [Handles]
    void On(Exit message)
    {
        if (message.ExitsLeft > 1) Next.Tell(new Exit(message.ExitsLeft - 1));
        ring.Tell(new Left(number, _visits));
        context.Stop();
    }
}
