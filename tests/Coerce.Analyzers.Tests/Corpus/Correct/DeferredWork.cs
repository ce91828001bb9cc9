namespace Rendering;

public sealed record Render(string Scene, int Width);

[Actor]
public sealed partial class Renderer(HttpClient http)
{
    private int _started;

    [Handles]
    Deferred<string> On(Render message)
    {
        _started++;
        HttpClient client = http;
        return Deferred.Run(async cancellationToken => await client.GetStringAsync($"https://example.org/{message.Scene}", cancellationToken));
    }

    [Handles] int CountStarted() => _started;
}

public static class Use
{
    public static async Task<string[]> RunAsync(RendererRef renderer, IReadOnlyList<string> scenes)
        => await Task.WhenAll(scenes.Select(scene => renderer.AskAsync(new Render(scene, 100)).AsTask()));
}
