using System.Collections.Immutable;
using Coerce.Analyzers.Isolation;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0202: the state of an actor is its own: neither others nor the next actor of the class can reach it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class VisibleStateRule : DiagnosticAnalyzer
{
    private const string Visible = "can be reached past the mailbox while the actor works on it: make it private, and let a handler answer for it";
    private const string Shared = "is shared by all actors of the class, which run in different threads: "
        + "make it an instance member, or read-only and of an immutable type";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.VisibleState);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (Sendability.Of(start.Compilation) is { } sendability)
            {
                var actors = new ActorClasses();
                start.RegisterSymbolAction(symbol => Analyze(symbol, sendability, actors), SymbolKind.Field, SymbolKind.Property);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, Sendability sendability, ActorClasses actors)
    {
        var symbol = context.Symbol;
        if (symbol.IsImplicitlyDeclared || !actors.IsActor(symbol.ContainingType)
            || ClassShape.FaultOf(symbol.ContainingType) != ClassFault.None)
        {
            return;
        }

        var reason = symbol switch
        {
            IFieldSymbol { IsConst: false } field => OfField(field, sendability),
            IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: true } property => OfProperty(property, sendability),
            _ => null,
        };

        if (reason is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticDescriptors.VisibleState,
                symbol.Locations[0],
                symbol.Name,
                symbol.ContainingType.Name,
                reason));
        }
    }

    private static string? OfField(IFieldSymbol field, Sendability sendability)
        => field.IsStatic ? (field.IsReadOnly && (IsFunction(field.Type) || sendability.IsSendable(field.Type)) ? null : Shared)
            : IsVisible(field, field.DeclaredAccessibility) ? Visible
            : null;

    private static string? OfProperty(IPropertySymbol property, Sendability sendability)
    {
        if (property.IsStatic)
        {
            return OwnState.IsAuto(property) && (property.SetMethod is not null || !sendability.IsSendable(property.Type)) ? Shared : null;
        }

        var isSettable = property.SetMethod is { IsInitOnly: false } setter && IsVisible(property, setter.DeclaredAccessibility);
        return IsVisible(property, property.DeclaredAccessibility) && (isSettable || !sendability.IsSafeElsewhere(property.Type)) ? Visible : null;
    }

    // As LoggerMessage.Define makes them: what is static has captured no actor.
    private static bool IsFunction(ITypeSymbol type) => type.TypeKind == TypeKind.Delegate;

    private static bool IsVisible(ISymbol member, Accessibility accessibility) => accessibility switch
    {
        Accessibility.Private => false,
        Accessibility.Protected or Accessibility.ProtectedAndInternal => !member.ContainingType.IsSealed,
        _ => true,
    };
}
