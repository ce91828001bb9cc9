namespace Stored;

[Contract]
public sealed record {|COERCE0401:Watcher|}(ActorRef Watched);

[Contract]
public sealed record Listener(IActorRef<Spoken> Speaker, IActorRef<Spoken.Question>? Asked, BellRef<int> Bell);

public abstract record Spoken
{
    private Spoken() { }

    public sealed record Statement(string Text) : Spoken;

    public abstract record Question : Spoken
    {
        private Question() { }

        public sealed record Short(string Text) : Question;
    }
}

[Actor(Protocol = typeof(Spoken))]
public sealed partial class Speaker
{
    [Handles] void On(Spoken message) { }
}

[Actor]
public sealed partial class Bell<T>
{
    [Handles] void Ring(T tone) { }
}
