namespace Mill.Wood
{
    [Actor("mill.wood")]
    public sealed partial class Worker
    {
        private int _cut;

        [Handles] int Cut(int metres) => _cut += metres;
    }
}

namespace Mill.Stone
{
    [Entity]
    [Actor("mill.stone")]
    public sealed partial class {|COERCE0404:Worker|}([EntityKey] string place)
    {
        private double _cut;

        [Handles] string Cut(double metres) => $"{place}: {_cut += metres}";
    }

    // Whoever stays in the process has no name that others could take.
    [Actor]
    public sealed partial class Clerk
    {
        [Handles] int Cut(int metres) => metres;
    }
}
