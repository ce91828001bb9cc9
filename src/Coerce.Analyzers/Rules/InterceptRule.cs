using System.Collections.Immutable;
using Coerce.Analyzers.Memory;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0040: the generated code can make an interceptor. COERCE0041: it stands around an actor.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InterceptRule : DiagnosticAnalyzer
{
    private readonly ProgramMemory<AliasNames> _aliases = new();

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.Interceptor, DiagnosticDescriptors.InterceptOutsideActor);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.InterceptAttributeMetadataName) is { } attribute)
            {
                var aliases = _aliases.Get(start.Compilation, static program => new(program));
                start.RegisterSyntaxNodeAction(
                    node =>
                    {
                        if (MayName(((AttributeSyntax)node.Node).Name, aliases))
                        {
                            Analyze(node, attribute);
                        }
                    },
                    SyntaxKind.Attribute);
            }
        });
    }

    // Hardly any attribute is one, and what a name means is not to be asked for each of them.
    private static bool MayName(NameSyntax name, AliasNames aliases) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Arity == 1,
        AliasQualifiedNameSyntax qualified => qualified.Name.Arity == 1,
        SimpleNameSyntax simple => simple.Arity == 1 || aliases.MayNameAttribute(simple.Identifier.ValueText),
        _ => false,
    };

    private static void Analyze(SyntaxNodeAnalysisContext context, INamedTypeSymbol intercept)
    {
        var syntax = (AttributeSyntax)context.Node;
        if (context.SemanticModel.GetTypeInfo(syntax, context.CancellationToken).Type is not INamedTypeSymbol { Arity: 1 } attribute
            || !SymbolEqualityComparer.Default.Equals(attribute.OriginalDefinition, intercept)
            || attribute.TypeArguments[0] is not INamedTypeSymbol interceptor
            || interceptor.TypeKind == TypeKind.Error)
        {
            return;
        }

        if (syntax.Parent?.Parent is TypeDeclarationSyntax declaration
            && context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is { } type
            && !KnownAttributes.IsActor(type))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.InterceptOutsideActor, syntax.GetLocation(), interceptor.Name, type.Name));
        }

        // Neither kind: the attribute's constraint lets only Interceptor itself through, which is abstract.
        var shape = InterceptorShape.Of(interceptor, context.Compilation.Assembly);
        if (shape.Fault != InterceptorFault.None)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.Interceptor, syntax.GetLocation(), interceptor.Name, Reason(shape)));
        }
    }

    private static string Reason(InterceptorShape shape) => shape.Fault switch
    {
        InterceptorFault.Abstract => "it is abstract; name a class that derives from it",
        InterceptorFault.NotVisible => $"'{shape.FaultSubject.Name}' cannot be seen everywhere in the assembly; make it internal or public",
        InterceptorFault.NoConstructor => "it has no constructor that generated code can call; make one internal or public",
        InterceptorFault.SeveralConstructors => "it has several constructors; keep one, whose parameters are services",
        _ => $"parameter '{shape.FaultSubject.Name}' of its constructor cannot come from services; take an interface or a class",
    };
}
