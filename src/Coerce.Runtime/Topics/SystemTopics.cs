namespace Coerce;

/// <summary>The topics on which a system tells of itself: <c>system.Topic(SystemTopics.ActorStopped).Subscribe(guard)</c>.</summary>
/// <remarks>
/// <para>They cost nothing until the first of them is asked for. What happened before that is not told.</para>
/// <para>So that a subscriber that fails or is slow cannot start an avalanche: a failure to handle one of these events is not published as
/// <see cref="Coerce.ActorFailed"/>, and a <see cref="DeadLetter"/> that nobody handled is not published again. Both are in the log.</para>
/// </remarks>
public static class SystemTopics
{
    /// <summary>With this the names of the system's own topics begin, and no others.</summary>
    internal const char Mark = '$';

    /// <summary>An actor has started, its <c>[OnStart]</c> included. A restart is no start.</summary>
    public static TopicName<ActorStarted> ActorStarted { get; } = new(Names.ActorStarted);

    /// <summary>An actor has stopped. Actors that nobody could notice any more, and that just cease to be, are not told of.</summary>
    public static TopicName<ActorStopped> ActorStopped { get; } = new(Names.ActorStopped);

    /// <summary>An actor has failed. Supervision acts after this.</summary>
    public static TopicName<ActorFailed> ActorFailed { get; } = new(Names.ActorFailed);

    /// <summary>A message that no actor handled, as on <see cref="ActorSystem.DeadLetters"/>.</summary>
    public static TopicName<DeadLetter> DeadLetters { get; } = new(Names.DeadLetters);

    /// <summary>The names alone, for <see cref="SubscribesAttribute"/>.</summary>
    public static class Names
    {
        /// <summary>The name of <see cref="SystemTopics.ActorStarted"/>.</summary>
        public const string ActorStarted = "$actor.started";

        /// <summary>The name of <see cref="SystemTopics.ActorStopped"/>.</summary>
        public const string ActorStopped = "$actor.stopped";

        /// <summary>The name of <see cref="SystemTopics.ActorFailed"/>.</summary>
        public const string ActorFailed = "$actor.failed";

        /// <summary>The name of <see cref="SystemTopics.DeadLetters"/>.</summary>
        public const string DeadLetters = "$dead-letters";
    }
}
