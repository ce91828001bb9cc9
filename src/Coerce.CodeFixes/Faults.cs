using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeFixes;

/// <summary>Reads what a diagnostic carries.</summary>
internal static class Faults
{
    internal static bool Is<TFault>(Diagnostic diagnostic, TFault fault)
        where TFault : struct, Enum
        => diagnostic.Properties.TryGetValue("Fault", out var name) && name == fault.ToString();

    internal static TFault Of<TFault>(Diagnostic diagnostic)
        where TFault : struct, Enum
        => diagnostic.Properties.TryGetValue("Fault", out var name) && Enum.TryParse(name, out TFault fault) ? fault : default;

    /// <summary>The type at fault.</summary>
    internal static async Task<INamedTypeSymbol?> TypeOfAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
        => diagnostic.Properties.TryGetValue("Type", out var id) && id is not null
            && await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is { } compilation
                ? DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) as INamedTypeSymbol
                : null;
}
