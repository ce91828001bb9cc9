namespace Odd;

public sealed record Sort(int Count);

[Actor]
public sealed partial class Sorter
{
    private int _sorted;

    [Handles]
    int On(Sort message)
    {
        return Count(message) + Twice(message.Count);

        [Handles] int {|COERCE0003:Count|}(Sort inner) => _sorted += inner.Count;

        static int Twice(int number) => 2 * number;
    }

    private Func<int, int> Add() => {|COERCE0003:[Handles]|} (int number) => _sorted + number;

    [Handles] int Sorted() => Add()(0);
}
