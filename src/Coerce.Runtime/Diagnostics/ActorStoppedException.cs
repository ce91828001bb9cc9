namespace Coerce;

/// <summary>The actor had stopped, or stopped before it came to the message.</summary>
public sealed class ActorStoppedException : InvalidOperationException
{
    internal ActorStoppedException(string actor, string path, string message, Exception? cause, bool isEntity = false)
        : base(
            $"{actor} has stopped and will not handle {message}. " +
            (cause is null && isEntity
                ? "It was passivated, or its system stops: unless it does, the next message activates it."
                : cause is null
                ? "Spawn it again under the same id, or look at its Status before asking."
                : $"It stopped because it failed: {cause.Message}"),
            cause) => Path = path;

    private ActorStoppedException(string text, string path)
        : base(text) => Path = path;

    /// <summary>The path of the actor.</summary>
    public string Path { get; }

    internal static ActorStoppedException ForUnanswered(string system, string actor, string path, string message) => new(
        $"The actor system '{system}' has stopped, and {actor} has not answered {message}.", path);

    internal static ActorStoppedException ForSpawn(string parent, string path, string child) => new(
        $"{parent} is stopping and cannot spawn a {child}: a parent stops after its children. Spawn it earlier, or from the system.", path);
}
