using System.Collections.Immutable;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0003 for what is no member at all: local functions and lambdas, which C# lets carry the attributes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LocalFunctionRule : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.HandlerSignature);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(
            Analyze, SyntaxKind.LocalFunctionStatement, SyntaxKind.ParenthesizedLambdaExpression);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var attributes = context.Node switch
        {
            LocalFunctionStatementSyntax function => function.AttributeLists,
            ParenthesizedLambdaExpressionSyntax lambda => lambda.AttributeLists,
            _ => default,
        };

        if (attributes.Count == 0 || FindMethod(context) is not { } method || !KnownAttributes.IsCalledByRuntime(method))
        {
            return;
        }

        var (name, location, kind) = context.Node is LocalFunctionStatementSyntax { Identifier: var identifier }
            ? (identifier.ValueText, identifier.GetLocation(), "a local function")
            : ("lambda", attributes[0].GetLocation(), "a lambda");
        context.ReportDiagnostic(Diagnostic.Create(
            DiagnosticDescriptors.HandlerSignature,
            location,
            name,
            $"it is {kind}, which nobody outside can call; make it a method of the actor"));
    }

    private static IMethodSymbol? FindMethod(SyntaxNodeAnalysisContext context)
        => (context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken)
            ?? context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol) as IMethodSymbol;
}
