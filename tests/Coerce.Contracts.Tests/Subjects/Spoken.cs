using System.Collections.Immutable;

namespace Subjects;

public abstract record Spoken
{
    private Spoken()
    {
    }

    public sealed record Say(string Text) : Spoken, IRequest<Spoken, int>;

    public abstract record Asked : Spoken
    {
        private Asked()
        {
        }

        public sealed record Count : Asked, IRequest<Asked, int>;
    }
}

/// <summary>Refs of whoever speaks a protocol, or a part of it, in all places.</summary>
public sealed record Speakers(
    IActorRef<Spoken> First,
    IActorRef<Spoken.Asked>? Maybe,
    ImmutableArray<IActorRef<Spoken.Asked>> All,
    IReadOnlyDictionary<string, IActorRef<Spoken>> ByName,
    Page<IActorRef<Spoken>> Page);

/// <summary>A ref of a kind of actors of which nobody knows by name.</summary>
[Contract]
public sealed record Boxed(BoxRef<int> Numbers, BoxRef<string>? Texts);

[Actor]
public sealed partial class Box<T>
    where T : notnull
{
    private T? _value;

    [Handles] void Put(T value) => _value = value;

    [Handles] T? Take() => _value;
}

[Actor("subjects.speaker", Protocol = typeof(Spoken))]
public sealed partial class Speaker
{
    private int _said;

    [Handles] int On(Spoken.Say m) => _said += m.Text.Length;

    [Handles] int On(Spoken.Asked.Count m) => _said;

    [Handles] IActorRef<Spoken> Pass(IActorRef<Spoken.Asked> other, IActorRef<Spoken> self) => other is null ? throw new ArgumentNullException(nameof(other)) : self;

    [Handles] bool On(Speakers m) => m.First is SpeakerRef;
}
