namespace Deep;

public partial class One<T>
{
    internal static partial class Two
    {
        protected internal partial record struct NotThis;

        public partial interface IThree
        {
            [Actor]
            public sealed partial class Four<U>(T first, U second)
            {
                private int _calls;

                [Handles] (T, U) Both() => (first, second);

                [Handles] int Call(FourRef<U> other) => ++_calls + other.Id.Length;

                [Actor]
                public sealed partial class Five
                {
                    private T? _value;

                    [Handles] void Set(T value, U with) => _value = with is null ? default : value;

                    [Handles] T? Get() => _value;
                }
            }
        }
    }

    private partial class Hidden
    {
        private sealed record Secret(int Value);

        [Actor]
        private sealed partial class Keeper
        {
            private int _kept;

            [Handles] int On(Secret message) => _kept += message.Value;
        }

        internal static async Task<int> KeepAsync(ActorSystem system) => await system.Spawn(Keeper.Props()).AskAsync(new Secret(1));
    }

    internal static Task<int> RunAsync(ActorSystem system) => Hidden.KeepAsync(system);
}

internal static class Use
{
    public static async Task<string?> RunAsync(ActorSystem system)
    {
        One<int>.Two.IThree.FourRef<string> four = system.Spawn(One<int>.Two.IThree.Four<string>.Props(1, "one"));
        (int first, string second) = await four.BothAsync();
        One<int>.Two.IThree.Four<string>.FiveRef five = system.Spawn(One<int>.Two.IThree.Four<string>.Five.Props());
        await five.SetAsync(first, second);
        return (await five.GetAsync()).ToString() + await four.CallAsync(four) + await One<int>.RunAsync(system);
    }
}
