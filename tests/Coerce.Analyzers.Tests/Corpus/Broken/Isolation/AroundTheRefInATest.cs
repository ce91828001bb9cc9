namespace Direct;

[Actor]
public sealed partial class Adder(int start)
{
    private int _sum = start;

    [Handles] public int Add(int by) => _sum += by;
}

public static class AdderTests
{
    public static bool Add_Twice_Sums()
    {
        var adder = {|COERCE0204:new Adder(1)|};
        {|COERCE0204:adder.Add(2)|};
        return {|COERCE0204:adder.Add(3)|} == 6;
    }

    public static async Task<bool> Add_Twice_SumsAsync(ActorSystem system)
    {
        AdderRef adder = system.Spawn(Adder.Props(1));
        await adder.RunAsync(actor => actor.Add(2));
        return await adder.AddAsync(3) == 6;
    }
}
