using System.Collections.Immutable;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Suppressors;

/// <summary>Actors and their handlers look unused, and some need no state, but generated code makes and calls them: as they are.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CalledByRuntimeSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor MakeStatic = new(
        "COERCESPR0001", "CA1822", "A handler is an instance method, even when it needs no state.");

    private static readonly SuppressionDescriptor UnusedMember = new(
        "COERCESPR0002", "IDE0051", "The generated dispatcher calls the method.");

    private static readonly SuppressionDescriptor UnusedParameter = new(
        "COERCESPR0003", "IDE0060", "The message decides which handler is called, also when it is not read.");

    private static readonly SuppressionDescriptor NeverInstantiated = new(
        "COERCESPR0004", "CA1812", "The generated recipe makes the actor, and the runtime its first behaviour.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } =
        ImmutableArray.Create(MakeStatic, UnusedMember, UnusedParameter, NeverInstantiated);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            var isNeeded = diagnostic.Id == NeverInstantiated.SuppressedDiagnosticId
                ? Find<TypeDeclarationSyntax>(diagnostic, context) is INamedTypeSymbol type && ActorCode.ActorOf(type) is not null
                : Find<MethodDeclarationSyntax>(diagnostic, context) is IMethodSymbol method && KnownAttributes.IsCalledByRuntime(method);
            if (!isNeeded)
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

    private static ISymbol? Find<TDeclaration>(Diagnostic diagnostic, SuppressionAnalysisContext context)
        where TDeclaration : MemberDeclarationSyntax
    {
        if (diagnostic.Location.SourceTree is not { } tree)
        {
            return null;
        }

        var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
        return node.FirstAncestorOrSelf<TDeclaration>() is { } declaration
            ? context.GetSemanticModel(tree).GetDeclaredSymbol(declaration, context.CancellationToken)
            : null;
    }
}
