namespace Kitchens;

public sealed record Stir(int Times);
public sealed record Taste;

[Actor]
public sealed partial class Pot(ActorContext<PotRef> context)
{
    private int _stirred;

    [Handles] void On(Stir message) => _stirred += message.Times;

    [OnStart]
    void Started()
    {
        {|COERCE0101:context.Self.Tell(new Taste())|};
        {|COERCE0101:context.Self.Schedule(new Taste(), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1))|};
        context.{|CS0311:PipeToSelf|}(TasteAsync());
    }

    private static async Task<Taste> TasteAsync()
    {
        await Task.Yield();
        return new Taste();
    }
}
