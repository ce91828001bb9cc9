namespace Members;

[Actor]
public sealed partial class Odd
{
    private readonly int[] _cells = new int[10];
    private event Action<int>? Changed;

    static Odd() => Console.WriteLine("once");

    ~Odd() => Console.WriteLine("gone");

    private int this[Index index]
    {
        get => _cells[index];
        set
        {
            _cells[index] = value;
            Changed?.Invoke(value);
        }
    }

    private int Sum
    {
        get => field;
        set => field = Math.Max(value, 0);
    }

    [OnStart]
    void Started() => Changed += value => Sum += value;

    [Handles] int Set(int index, int value) => this[index] = value;

    [Handles] int Last() => this[^1] + Sum;

    [Handles] int Local()
    {
        int counter = 0;
        Increase();
        Increase();
        return counter + Twice(2);

        void Increase() => counter++;

        static int Twice(int number) => 2 * number;
    }

    public static implicit operator string(Odd odd) => odd.ToString() ?? "";

    private delegate int Folding(int left, int right);

    [Handles] int Fold()
    {
        Folding fold = static (left, right) => left + right;
        return _cells.Aggregate((left, right) => fold(left, right));
    }
}
