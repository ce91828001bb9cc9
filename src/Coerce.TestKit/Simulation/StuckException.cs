namespace Coerce.TestKit;

/// <summary>A simulation cannot go on, or does not end.</summary>
internal sealed class StuckException(string message) : Exception(message);
