using System;
using Coerce.Analyzers.Isolation;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Rules;

/// <summary>COERCE0202: the state of an actor is its own: neither others nor the next actor of the class can reach it.</summary>
internal static class VisibleStateRule
{
    private const string Visible = "can be reached past the mailbox while the actor works on it: make it private, and let a handler answer for it";
    private const string Shared = "is shared by all actors of the class, which run in different threads: "
        + "make it an instance member, or read-only and of an immutable type";

    internal static void Report(ActorShape shape, Sendability sendability, Action<Diagnostic> report)
    {
        // What is generated for the actor is not the user's.
        var generated = ActorRefs.Find(shape.Actor) is { DeclaringSyntaxReferences: { IsEmpty: false } parts } ? parts[0].SyntaxTree : null;
        foreach (var member in shape.Actor.GetMembers())
        {
            if (!member.IsImplicitlyDeclared && member.Locations[0].SourceTree != generated && Reason(member, sendability) is { } reason)
            {
                report(Diagnostic.Create(DiagnosticDescriptors.VisibleState, member.Locations[0], member.Name, shape.Actor.Name, reason));
            }
        }
    }

    private static string? Reason(ISymbol member, Sendability sendability) => member switch
    {
        IFieldSymbol { IsConst: false } field => OfField(field, sendability),
        IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: true } property => OfProperty(property, sendability),
        _ => null,
    };

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
