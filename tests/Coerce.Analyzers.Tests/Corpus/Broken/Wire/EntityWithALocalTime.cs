namespace Calendar;

public readonly record struct Book(DateTime At, string? What);

[Actor, Entity]
public sealed partial class Room([EntityKey] string name)
{
    private readonly List<string> _booked = [];

    [Handles] bool On({|COERCE0401:Book|} book)
    {
        _booked.Add($"{name}: {book.What}");
        return true;
    }
}
