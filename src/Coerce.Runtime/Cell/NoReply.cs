namespace Coerce.Cells;

/// <summary>The reply of a handler that has none.</summary>
internal readonly struct NoReply;
