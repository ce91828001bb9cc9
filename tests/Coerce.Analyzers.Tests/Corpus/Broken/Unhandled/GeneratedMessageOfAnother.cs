namespace Kitchens;

[Actor]
public sealed partial class Oven
{
    private int _degrees;

    [Handles] void Heat(int degrees) => _degrees = degrees;

    [Handles] int Degrees() => _degrees;
}

[Actor]
public sealed partial class Stove
{
    private int _level;

    [Handles] void Heat(int level) => _level = level;

    [Handles] int Level() => _level;
}

public static class Cook
{
    public static async Task<int> BakeAsync(OvenRef oven, StoveRef stove)
    {
        {|COERCE0101:oven.Tell(new Stove.Messages.Heat(3))|};
        stove.Schedule(new Stove.Messages.Heat(1), TimeSpan.FromMinutes(1)).Dispose();
        {|COERCE0101:stove.Schedule(new Oven.Messages.Heat(200), TimeSpan.FromMinutes(1), TimeSpan.FromHours(1))|}.Dispose();
        return await oven.DegreesAsync() + await stove.{|CS1061:DegreesAsync|}();
    }
}
