namespace Coerce;

/// <summary>The reply of a handler that has none, as interceptors see it.</summary>
public readonly struct NoReply;
