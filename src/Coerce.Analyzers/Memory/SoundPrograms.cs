using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Memory;

/// <summary>The programs in whose declarations a rule found nothing wrong, once it had seen all of them.</summary>
internal sealed class SoundPrograms
{
    private readonly ProgramMemory<Nothing> _known = new();

    public bool Contains(Compilation compilation) => _known.Find(compilation) is not null;

    /// <summary>Looks at a program at the end of its compilation.</summary>
    public void Look(CompilationAnalysisContext end, Action<Action<Diagnostic>> look)
    {
        var isSound = true;
        look(diagnostic =>
        {
            isSound = false;
            end.ReportDiagnostic(diagnostic);
        });

        if (isSound)
        {
            _known.Get(end.Compilation, static _ => Nothing.Instance);
        }
    }
}
