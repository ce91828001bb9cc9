namespace Orders;

public sealed record Find(string Name);
public sealed record List(string Prefix);

[Actor]
public sealed partial class Directory
{
    [Behavior(Initial = true)]
    private sealed partial class Loading(Directory directory)
    {
        [Handles] string? On(Find message) => null;

        [Handles] async IAsyncEnumerable<string> On(List message)
        {
            await Task.Yield();
            directory.Become(new Loaded());
            yield return message.Prefix;
        }
    }

    [Behavior]
    private sealed partial class Loaded
    {
        [Handles] string {|COERCE0116:On|}(Find message) => message.Name;

        [Handles] IReadOnlyList<string> {|COERCE0116:On|}(List message) => [message.Prefix];
    }
}
