namespace A
{
    public sealed record Item(int Value);

    [Actor] public sealed partial class Bag { private int _n; [Handles] int On(Item m) => _n += m.Value; }

    namespace Bag2
    {
        [Actor] public sealed partial class Bag { private int _n; [Handles] int On(Item m, ActorContext<BagRef> context) => _n += m.Value + context.Id.Length; }
    }
}

namespace B
{
    public sealed record Item(string Value);

    [Actor] public sealed partial class Bag(A.BagRef other) { private int _n; [Handles] async Task<int> On(Item m) => _n += m.Value.Length + await other.AskAsync(new A.Item(1)); }

    [Actor] public sealed partial class Bag<T> { private T? _t; [Handles] T? On(T m) => _t = m; }

    public partial class Outer
    {
        [Actor] public sealed partial class Bag { private int _n; [Handles] int On(A.Item m, ActorContext<BagRef> context) => _n += m.Value + context.Id.Length; }
    }

    public static class Use
    {
        public static async Task<int> RunAsync(A.BagRef a, A.Bag2.BagRef a2, BagRef b, BagRef<int> generic, Outer.BagRef outer)
            => await a.AskAsync(new A.Item(1)) + await a2.AskAsync(new A.Item(2)) + await b.AskAsync(new Item("x"))
                + await generic.AskAsync(5) + await outer.AskAsync(new A.Item(3));
    }
}
