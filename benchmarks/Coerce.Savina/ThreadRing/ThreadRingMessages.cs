using System.Collections.Immutable;

namespace Coerce.Savina.ThreadRing;

/// <summary>Goes from node to node until it has no hops left.</summary>
public readonly record struct Token(int HopsLeft);

/// <summary>Goes round once behind the token; each node that it comes to stops.</summary>
public readonly record struct Exit(int ExitsLeft);

/// <summary>To the ring: the token has ended at a node.</summary>
public readonly record struct Ended(int Node);

/// <summary>To the ring: a node stops, and this is how often the token came.</summary>
public readonly record struct Left(int Node, int Visits);

public sealed record RingReport(int EndedAt, ImmutableArray<int> Visits);
