using Microsoft.Extensions.Logging;

namespace Coerce.TestKit;

/// <summary>A line that was logged.</summary>
/// <param name="Level">How grave it is.</param>
/// <param name="EventId">Which event; the runtime's own ids are stable.</param>
/// <param name="Category">Who logged it: the actor's class, or the system.</param>
/// <param name="Text">The line.</param>
/// <param name="Failure">The exception that was logged with it.</param>
public sealed record LogLine(LogLevel Level, EventId EventId, string Category, string Text, Exception? Failure);
