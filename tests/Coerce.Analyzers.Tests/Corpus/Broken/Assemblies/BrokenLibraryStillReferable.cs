// The library has an error of its own; whoever refers to it sees none of it.
// ---- assembly Library ----
namespace Library;

public sealed record Borrow(string Title);

[Actor]
public sealed partial class Shelf
{
    private readonly HashSet<string> _titles = [];

    [Handles] bool On(Borrow message) => _titles.Remove(message.Title);

    [Handles] static string {|COERCE0003:Motto|}() => "read";
}

[Actor]
public sealed class {|COERCE0001:Desk|}(ShelfRef shelf)
{
    [Handles] async Task<bool> Serve(string title) => await shelf.AskAsync(new Borrow(title));
}
// ---- assembly Town ----
using Library;

namespace Town;

[Actor]
public sealed partial class Reader(ShelfRef shelf, DeskRef desk)
{
    [Handles] async Task<bool> Read(string title) => await shelf.AskAsync(new Borrow(title)) || await desk.ServeAsync(title);
}
