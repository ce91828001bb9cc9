namespace Orders;

public sealed record Eat(string What);

[Actor]
public sealed partial class Cat
{
    [Handles] string Name() => "tom";

    [Behavior(Initial = true)]
    private sealed partial class Hungry(Cat cat)
    {
        [Handles]
        void On(Eat message)
        {
            if (message.What == "mouse") cat.Become(new Full());
        }

        [Handles] void Stroke(int times) => Console.WriteLine(times);
    }

    // Meant to do nothing, which it has to say.
    [Behavior]
    private sealed partial class {|COERCE0111:Full|};
}

public static class Owner
{
    public static async Task FeedAsync(CatRef cat)
    {
        cat.Tell(new Eat("mouse"));
        await cat.StrokeAsync(3);
        Console.WriteLine(await cat.NameAsync());
    }
}
