using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>Methods for the runtime in a class that the runtime does not know.</summary>
internal static class OrphanHandlers
{
    /// <summary>The first one, or null when there is none or the type is an actor.</summary>
    public static IMethodSymbol? FindFirst(INamedTypeSymbol type)
    {
        if (KnownAttributes.IsActor(type))
        {
            return null;
        }

        foreach (var member in type.GetMembers())
        {
            // What is wrong with a behaviour outside of an actor is that, and not its handlers.
            if (member is IMethodSymbol { IsImplicitlyDeclared: false } method
                && KnownAttributes.IsCalledByRuntime(method)
                && !(KnownAttributes.IsHandler(method) && KnownAttributes.IsBehavior(type)))
            {
                return method;
            }
        }

        return null;
    }
}
