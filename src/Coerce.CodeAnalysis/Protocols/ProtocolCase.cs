using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>A message of a protocol: one of its sealed classes.</summary>
internal sealed class ProtocolCase(INamedTypeSymbol type, INamedTypeSymbol? request)
{
    public INamedTypeSymbol Type { get; } = type;

    /// <summary>What it declares of its reply: <c>IRequest&lt;P, R&gt;</c>; null when it has none.</summary>
    public INamedTypeSymbol? Request { get; } = request;

    /// <summary>What every actor of the protocol replies; null for nothing.</summary>
    public ITypeSymbol? Reply => Request?.TypeArguments[1];
}
