namespace News;

public sealed record Published(string Title);
public sealed record Archived(string Title);

[Actor]
public sealed partial class Library
{
    private int _titles;

    [Handles] void On(Published message) => _titles += message.Title.Length;
}

public static class Use
{
    public static IReadOnlyList<IDisposable> Run(ActorSystem system, LibraryRef library) =>
    [
        system.Topic<Published>("news").Subscribe(library),
        system.Topic<Archived>("archive").{|CS0311:Subscribe|}(library),
    ];
}
