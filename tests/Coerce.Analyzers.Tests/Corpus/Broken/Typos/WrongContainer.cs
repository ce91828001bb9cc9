namespace Bank
{
    public static partial class Branch
    {
        [Actor]
        public sealed partial class Desk
        {
            private int _customers;

            [Handles] int Serve() => ++_customers;
        }
    }

    public sealed class Manager({|CS0246:DeskRef|} desk)
    {
        public object Desk => desk;
    }
}

namespace Head
{
    public sealed class Director({|CS0246:Branch|}.DeskRef desk, Bank.Branch.DeskRef right)
    {
        public async Task<int> CallAsync() => desk.GetHashCode() + await right.ServeAsync();
    }
}
