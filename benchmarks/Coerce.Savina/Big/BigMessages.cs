using System.Collections.Immutable;

namespace Coerce.Savina.Big;

/// <summary>To a player: these are all of you; begin.</summary>
public sealed record Begin(ImmutableArray<PlayerRef> Players);

public readonly record struct Ping(PlayerRef From);

public readonly record struct Pong(int From);

/// <summary>To the sink: a player has had its last pong.</summary>
public readonly record struct LastPong(int Player);

/// <summary>What a player sent, got back, and answered.</summary>
public readonly record struct PlayerReport(int Pings, int Pongs, int Answered);
