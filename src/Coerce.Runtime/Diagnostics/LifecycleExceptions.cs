using System.Collections.Immutable;

namespace Coerce;

/// <summary>A live actor has the id already.</summary>
public sealed class ActorAlreadyExistsException : InvalidOperationException
{
    internal ActorAlreadyExistsException(string path, string existing)
        : base($"There is a live actor with this id: {existing}. Take another id, use ActorSystem.Find, or stop that actor first; its id is free once StopAsync has ended.") =>
        Path = path;

    /// <summary>The path that both would have.</summary>
    public string Path { get; }
}

/// <summary>The <c>[OnStart]</c> of an actor failed, and the actor has stopped; or an entity could not be activated.</summary>
public sealed class ActorStartException : Exception
{
    internal ActorStartException(string actor, string path, Exception cause)
        : this($"{actor} failed in [OnStart] and has stopped: {cause.Message}", cause, path)
    {
    }

    private ActorStartException(string text, Exception cause, string path)
        : base(text, cause) => Path = path;

    /// <summary>The path of the actor.</summary>
    public string Path { get; }

    internal static ActorStartException OfEntity(string actor, string path, Exception cause) => new(
        $"{actor} could not be activated, its constructor or [OnStart] threw: {cause.Message} The next message tries again.", cause, path);
}

/// <summary>Some actors did not stop before <see cref="ActorSystemOptions.ShutdownTimeout"/> was over.</summary>
public sealed class ShutdownTimeoutException : TimeoutException
{
    private const int NamedInMessage = 10;

    internal ShutdownTimeoutException(string system, TimeSpan timeout, string[] late)
        : base(
            $"The actor system '{system}' did not stop within {timeout}: {late.Length} actors still run: " +
            string.Join(", ", late.Take(NamedInMessage)) +
            (late.Length > NamedInMessage ? $" and {late.Length - NamedInMessage} more" : "") +
            ". Let their handlers watch the CancellationToken they can take as a parameter, or raise ActorSystemOptions.ShutdownTimeout.") =>
        Actors = [.. late];

    /// <summary>The actors that keep the system from stopping, and what each is doing.</summary>
    public ImmutableArray<string> Actors { get; }
}
