using System;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeFixes;

/// <summary>Reads the fault that a diagnostic carries.</summary>
internal static class Faults
{
    internal static bool Is<TFault>(Diagnostic diagnostic, TFault fault)
        where TFault : struct, Enum
        => diagnostic.Properties.TryGetValue("Fault", out var name) && name == fault.ToString();

    internal static TFault Of<TFault>(Diagnostic diagnostic)
        where TFault : struct, Enum
        => diagnostic.Properties.TryGetValue("Fault", out var name) && Enum.TryParse(name, out TFault fault) ? fault : default;
}
