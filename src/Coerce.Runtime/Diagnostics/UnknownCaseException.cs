namespace Coerce;

/// <summary>An actor was sent a case of its protocol that it was not built with.</summary>
/// <remarks>The build sees to it that an actor handles all cases that there are. The protocol may come from an assembly that is
/// newer than the one with the actor.</remarks>
public sealed class UnknownCaseException : InvalidOperationException
{
    internal UnknownCaseException(string actor, Type unknown)
        : base($"{actor} does not know the case {unknown} of its protocol: it was built before there was this case. Build the actor's assembly against the newer protocol; the build then names the handlers that are missing.") =>
        Case = unknown;

    /// <summary>The case.</summary>
    public Type Case { get; }
}
