namespace Timers;

public partial class Hospital
{
    protected sealed record Case(int Number);

    [Actor]
    public sealed partial class Ward
    {
        private int _cases;

        [Handles] void Admit(IReadOnlyList<Case> {|COERCE0003:cases|}) => _cases += cases.Count;

        [Handles] Task<(Case First, int Count)> {|COERCE0003:Report|}() => Task.FromResult((new Case(1), _cases));

        [Handles] int Count() => _cases;
    }

    public static ValueTask<int> CountAsync(WardRef ward) => ward.CountAsync();
}
