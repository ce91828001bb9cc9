namespace Nested;

public partial class Outer<T>
    where T : notnull
{
    public sealed record Put(T Value);

    private sealed record Hidden(T Value);

    [Actor]
    public sealed partial class Inner<U>
    {
        private readonly List<object> _all = [];

        [Handles] void On(Put message) => _all.Add(message.Value);

        [Handles] void On(Hidden {|COERCE0003:message|}) => _all.Add(message.Value);

        [Handles] void Take(U value, ActorContext<InnerRef<string>> {|COERCE0003:context|}) => _all.Add((value, context));

        [Handles] int Count(ActorContext<InnerRef<U>> context) => _all.Count + context.Children.Count;
    }
}

public static class Use
{
    public static async Task<int> RunAsync(ActorSystem system)
    {
        Outer<int>.InnerRef<string> inner = system.Spawn(Outer<int>.Inner<string>.Props());
        inner.Tell(new Outer<int>.Put(1));
        return await inner.CountAsync();
    }
}
