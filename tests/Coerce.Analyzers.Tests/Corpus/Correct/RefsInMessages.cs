namespace Passing;

public sealed record Introduce(PeerRef To, IReceive<Hello> Also, IReadOnlyList<PeerRef> Others);
public sealed record Hello(PeerRef From, ActorRef? Sponsor = null);

[Actor]
public sealed partial class Peer(string name, ActorContext<PeerRef> context)
{
    private readonly HashSet<PeerRef> _known = [];

    [Handles]
    void On(Introduce message)
    {
        foreach (PeerRef other in message.Others.Prepend(message.To)) other.Tell(new Hello(context.Self));
        message.Also.Tell(new Hello(context.Self, message.To));
    }

    [Handles] void On(Hello message) => _known.Add(message.From);

    [Handles] IReadOnlyList<PeerRef> Known() => [.. _known];

    [Handles] (PeerRef Self, string Name) Who() => (context.Self, name);

    [Handles] int Forget(PeerRef? one, params IReadOnlyList<PeerRef> others) => (one is not null && _known.Remove(one) ? 1 : 0) + others.Count(_known.Remove);
}
