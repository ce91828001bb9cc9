namespace Coerce.Savina;

/// <summary>What a program did.</summary>
/// <param name="Messages">How many tells and asks its actors handled. The reply to an ask is part of the ask.</param>
/// <param name="Retries">How often an actor was refused and tried again; null where nobody can be refused.</param>
public readonly record struct Outcome(long Messages, long? Retries = null);
