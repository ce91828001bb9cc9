using Microsoft.CodeAnalysis;

namespace Coerce.CodeFixes.Handlers;

/// <summary>A handler that an actor owes to somebody, and that throws until it is written.</summary>
/// <param name="Message">What it handles.</param>
/// <param name="Reply">What is expected of it; null for nothing.</param>
internal sealed record NewHandler(ITypeSymbol Message, ITypeSymbol? Reply);
