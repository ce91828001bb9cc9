using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>
/// How openly a generated member may be declared whose signature names a type: the compiler refuses one that can be
/// seen where its parts cannot (CS0050, CS0051).
/// </summary>
internal static class Visibilities
{
    /// <summary>For a member of the actor's ref; <see cref="Accessibility.NotApplicable"/> when none would compile.</summary>
    public static Accessibility InRef(ITypeSymbol type, INamedTypeSymbol actor)
        => IsAtLeastAsVisible(type, actor, asInternal: false) ? Accessibility.Public
            : IsAtLeastAsVisible(type, actor, asInternal: true) ? Accessibility.Internal
            : Accessibility.NotApplicable;

    public static bool IsVisibleInRef(ITypeSymbol type, INamedTypeSymbol actor)
        => IsAtLeastAsVisible(type, actor, asInternal: true);

    private static bool IsAtLeastAsVisible(ITypeSymbol type, INamedTypeSymbol actor, bool asInternal)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return IsAtLeastAsVisible(array.ElementType, actor, asInternal);
            case IErrorTypeSymbol or not INamedTypeSymbol:
                return true;
        }

        for (var part = (INamedTypeSymbol)type; part is not null; part = part.ContainingType)
        {
            foreach (var argument in part.TypeArguments)
            {
                if (!IsAtLeastAsVisible(argument, actor, asInternal))
                {
                    return false;
                }
            }

            if (!Covers(part, actor, asInternal))
            {
                return false;
            }
        }

        return true;
    }

    // Whether everybody who sees the ref (a sibling of the actor, so that the actor's own chain of containers
    // answers for it) also sees the type.
    private static bool Covers(INamedTypeSymbol type, INamedTypeSymbol actor, bool asInternal)
        => !type.IsFileLocal && type.DeclaredAccessibility switch
        {
            Accessibility.Internal => CoversInternal(type, actor, asInternal),
            Accessibility.Private => CoversNested(type, actor, static (of, _) => of == Accessibility.Private),
            Accessibility.Protected => CoversProtected(type, actor),
            Accessibility.ProtectedOrInternal => CoversInternal(type, actor, asInternal) || CoversProtected(type, actor),
            Accessibility.ProtectedAndInternal => CoversInternal(type, actor, asInternal) && CoversProtected(type, actor),
            _ => true,
        };

    private static bool CoversInternal(INamedTypeSymbol type, INamedTypeSymbol actor, bool asInternal)
    {
        if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, actor.ContainingAssembly)
            && type.ContainingAssembly?.GivesAccessTo(actor.ContainingAssembly) != true)
        {
            return false;
        }

        for (var part = actor; part is not null && !asInternal; part = part.ContainingType)
        {
            asInternal = part.DeclaredAccessibility
                is Accessibility.Internal or Accessibility.Private or Accessibility.ProtectedAndInternal;
        }

        return asInternal;
    }

    private static bool CoversProtected(INamedTypeSymbol type, INamedTypeSymbol actor)
        => CoversNested(
            type,
            actor,
            static (of, wanted) => of == wanted
                || of is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal);

    private static bool CoversNested(
        INamedTypeSymbol type, INamedTypeSymbol actor, System.Func<Accessibility, Accessibility, bool> isAsStrict)
    {
        for (var part = actor; part.ContainingType is { } container; part = container)
        {
            if (isAsStrict(part.DeclaredAccessibility, type.DeclaredAccessibility)
                && (IsWithin(container, type.ContainingType)
                    || (part.DeclaredAccessibility != Accessibility.Private && Derives(container, type.ContainingType))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWithin(INamedTypeSymbol? type, INamedTypeSymbol? container)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, container?.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Derives(INamedTypeSymbol? type, INamedTypeSymbol? from)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, from?.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }
}
