namespace @event.@namespace;

public sealed record @record(int @value);

public sealed record Überweisung(decimal Betrag, string Empfänger);

[Actor("κατάλογος")]
public sealed partial class @lock(string @params)
{
    private int _数 = 1;

    [Handles] int On(@record @in) => _数 += @in.@value;

    [Handles] string @return(int @out) => @params + @out;

    [Handles] bool On(Überweisung größe) => größe.Betrag > _数 && größe.Empfänger.Length > 0;

    [Handles] int Zählen(int schritte) => _数 += schritte;
}

public static class Benutzen
{
    public static async Task<int> LaufenAsync(ActorSystem system)
    {
        lockRef @ref = system.Spawn(@lock.Props("x"), "schloß");
        string text = await @ref.returnAsync(@out: 5);
        bool gut = await @ref.AskAsync(new Überweisung(1, "Straße"));
        return text.Length + await @ref.ZählenAsync(gut ? 1 : 2) + await @ref.AskAsync(new @record(3));
    }
}
