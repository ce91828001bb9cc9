using System.Collections.Immutable;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Suppressors;

/// <summary>Handlers look unused, and some need no state, but it is the dispatcher that calls them: as they are.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CalledByRuntimeSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor MakeStatic = new(
        "COERCESPR0001", "CA1822", "A handler is an instance method, even when it needs no state.");

    private static readonly SuppressionDescriptor UnusedMember = new(
        "COERCESPR0002", "IDE0051", "The generated dispatcher calls the method.");

    private static readonly SuppressionDescriptor UnusedParameter = new(
        "COERCESPR0003", "IDE0060", "The message decides which handler is called, also when it is not read.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } =
        ImmutableArray.Create(MakeStatic, UnusedMember, UnusedParameter);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (FindMethod(diagnostic, context) is not { } method || !KnownAttributes.IsCalledByRuntime(method))
            {
                continue;
            }

            foreach (var suppression in SupportedSuppressions)
            {
                if (suppression.SuppressedDiagnosticId == diagnostic.Id)
                {
                    context.ReportSuppression(Suppression.Create(suppression, diagnostic));
                }
            }
        }
    }

    private static IMethodSymbol? FindMethod(Diagnostic diagnostic, SuppressionAnalysisContext context)
    {
        if (diagnostic.Location.SourceTree is not { } tree)
        {
            return null;
        }

        var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
        return node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
            ? context.GetSemanticModel(tree).GetDeclaredSymbol(method, context.CancellationToken)
            : null;
    }
}
