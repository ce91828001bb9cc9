namespace Coerce.Savina.ConcurrentDictionary;

/// <summary>How many workers do what.</summary>
public sealed record Workload(int Workers, int Operations, int WritePercent, int Keys);
