using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.CodeAnalysis;

/// <summary>What kind of class an actor is, and whether the generator can add to it.</summary>
internal static class ClassShape
{
    public static ClassFault FaultOf(INamedTypeSymbol actor)
    {
        if (actor.IsRecord)
        {
            return ClassFault.Record;
        }

        if (actor.IsStatic)
        {
            return ClassFault.Static;
        }

        if (actor.IsAbstract)
        {
            return ClassFault.Abstract;
        }

        for (var type = actor; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
            {
                return ClassFault.FileLocal;
            }
        }

        return BaseActorOf(actor) is null ? ClassFault.None : ClassFault.DerivesFromActor;
    }

    /// <summary>Handlers are not inherited, so that an actor below an actor would silently lose them.</summary>
    public static INamedTypeSymbol? BaseActorOf(INamedTypeSymbol actor)
    {
        for (var type = actor.BaseType; type is not null; type = type.BaseType)
        {
            if (KnownAttributes.IsActor(type))
            {
                return type.OriginalDefinition;
            }
        }

        return null;
    }

    /// <summary>Whether the class and all that contain it may be declared in parts.</summary>
    public static bool IsPartialThroughout(INamedTypeSymbol actor)
    {
        for (var type = actor; type is not null; type = type.ContainingType)
        {
            if (!IsPartial(type))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One partial part is enough: the compiler itself asks for the word on the others (CS0260).</summary>
    public static bool IsPartial(INamedTypeSymbol type)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is TypeDeclarationSyntax declaration
                && declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            {
                return true;
            }
        }

        return false;
    }
}
