using System.Runtime.CompilerServices;

namespace Kitchens;

public sealed record Menu(int Day);
public sealed record Dishes(int Day);

[Actor]
public sealed partial class Chef
{
    private int _days;

    [Handles]
    async IAsyncEnumerable<string> On(Menu message, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Delay(++_days, cancellationToken);
        yield return $"soup of day {message.Day}";
    }
}

public static class Guest
{
    public static async Task<int> ReadAsync(ChefRef chef)
    {
        int length = 0;
        await foreach (string dish in chef.StreamAsync(new Menu(1))) length += dish.Length;
        await foreach (string dish in {|COERCE0101:chef.StreamAsync(new Dishes(1))|}) length += dish.Length;
        string first = await {|COERCE0101:chef.AskAsync(new Menu(2))|};
        return length + first.Length;
    }
}
