using Coerce.CodeAnalysis;
using Coerce.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Coerce.Generators.Parsing;

/// <summary>Names an actor and what is generated for it.</summary>
internal static class IdentityReader
{
    internal static ActorIdentity Read(
        INamedTypeSymbol actor, StubModel? stub, HandlerModel[] methods, TypeReach reach, bool isEntity)
    {
        string name = Identifiers.Escape(actor.Name);
        string refName = ActorRefs.NameOf(actor);
        string parameters = TypeParameters.List(actor.TypeParameters);
        string fullName = SymbolText.FullName(actor);

        // A stub whose containing types have no other part stands in the namespace.
        bool isNested = stub is not { CanNestRef: false };
        string prefix = isNested ? SymbolText.Prefix(actor) : SymbolText.Prefix(actor.ContainingNamespace);
        string fullRefName = prefix + refName + parameters;
        bool isShort = !IsHidden(actor, refName, methods);

        return new ActorIdentity(
            HintName(actor),
            SymbolText.NamespaceName(actor.ContainingNamespace),
            Chain(actor).Skip(1).Reverse().Select(PartialDeclaration).ToEquatableArray(),
            Keyword(actor),
            AccessibilityOfRef(actor, isNested),
            name,
            parameters,
            TypeParameters.Constraints(actor.TypeParameters, type => reach.Of(type) != Reach.Private).ToEquatableArray(),
            isShort ? name + parameters : fullName,
            isShort ? refName + parameters : fullRefName,
            fullName,
            fullRefName,
            IsGeneric(actor) ? Unbound(actor) : isShort ? name : fullName,
            ReachOf(actor),
            IsInModule: !IsGeneric(actor) && IsVisibleInAssembly(actor),
            isEntity,
            GeneratedTypes(actor, stub, methods).ToEquatableArray());
    }

    /// <summary>Whether nothing around the type is private or protected.</summary>
    internal static bool IsVisibleInAssembly(INamedTypeSymbol type) => Chain(type).All(part => part.DeclaredAccessibility
        is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal);

    /// <summary>The actor and its containing types, from inside out.</summary>
    internal static IEnumerable<INamedTypeSymbol> Chain(INamedTypeSymbol actor)
    {
        for (INamedTypeSymbol? type = actor; type is not null; type = type.ContainingType)
        {
            yield return type;
        }
    }

    private static IEnumerable<GeneratedType> GeneratedTypes(INamedTypeSymbol actor, StubModel? stub, HandlerModel[] methods)
    {
        Reach reach = ReachOf(actor);
        string key = SymbolText.Key(actor);
        string prefix = stub is { CanNestRef: false } || actor.ContainingType is null
            ? SymbolText.KeyPrefix(actor.ContainingNamespace)
            : SymbolText.Key(actor.ContainingType) + ".";

        if (stub is not { HasRef: false })
        {
            string refKey = prefix + SymbolText.NameWithArity(ActorRefs.NameOf(actor), actor.Arity);
            yield return new GeneratedType(refKey, reach, IsDisplaceable: stub is { CanNestRef: false });
        }

        if (methods.Length == 0 || stub is { CanExtendActor: false } or { HasMessages: false }) yield break;

        string messages = key + "." + WellKnownNames.Messages;
        yield return new GeneratedType(messages, reach);

        foreach (HandlerModel method in methods.Where(method => method.IsSound))
        {
            yield return new GeneratedType(messages + "." + method.MessageName, reach);
        }
    }

    private static string HintName(INamedTypeSymbol actor)
    {
        // "-" is in no identifier, so that Box`1 and a type named Box1 stay apart. The metadata name of a file-local type
        // has its file in angle brackets.
        string name = string.Join(".", Chain(actor).Reverse().Select(type => type.MetadataName));
        return SymbolText.KeyPrefix(actor.ContainingNamespace) + name.Replace('`', '-').Replace('<', '(').Replace('>', ')');
    }

    // In the ref its own members come before the class, in the class its own types come before the ref.
    private static bool IsHidden(INamedTypeSymbol actor, string refName, HandlerModel[] methods)
    {
        string name = actor.Name;
        if (WellKnownNames.IsVerb(name) || name is WellKnownNames.Unhandled or WellKnownNames.UnhandledWithScope or WellKnownNames.Messages) return true;
        if (methods.Any(method => method.RefMethod == name)) return true;

        INamedTypeSymbol? type = KnownAttributes.Actor(actor)?.AttributeClass?.ContainingAssembly
            .GetTypeByMetadataName(WellKnownNames.ActorRefMetadataName);
        for (; type is not null; type = type.BaseType)
        {
            if (!type.GetMembers(name).IsEmpty) return true;
        }

        for (INamedTypeSymbol? holder = actor; holder is not null; holder = holder.BaseType)
        {
            if (holder.GetTypeMembers(name).Length > 0 || holder.GetTypeMembers(refName).Length > 0) return true;
        }

        return actor.TypeParameters.Any(parameter => parameter.Name == name || parameter.Name == refName);
    }

    // A ref that stands outside of its container has to be as visible as the whole chain was.
    private static string AccessibilityOfRef(INamedTypeSymbol actor, bool isNested)
        => isNested ? SyntaxFacts.GetText(actor.DeclaredAccessibility)
            : ReachOf(actor) == Reach.AsRef ? "public"
            : "internal";

    private static string PartialDeclaration(INamedTypeSymbol type)
        => $"partial {Keyword(type)} {Identifiers.Escape(type.Name)}{TypeParameters.List(type.TypeParameters)}";

    private static string Unbound(INamedTypeSymbol type)
    {
        string prefix = type.ContainingType is { } container
            ? Unbound(container) + "."
            : SymbolText.Prefix(type.ContainingNamespace);
        string parameters = type.Arity == 0 ? "" : $"<{new string(',', type.Arity - 1)}>";
        return prefix + Identifiers.Escape(type.Name) + parameters;
    }

    private static string Keyword(INamedTypeSymbol type) => type.TypeKind switch
    {
        TypeKind.Interface => "interface",
        TypeKind.Struct => type.IsRecord ? "record struct" : "struct",
        _ => type.IsRecord ? "record" : "class",
    };

    internal static Reach ReachOf(INamedTypeSymbol actor)
        => Chain(actor).All(type => type.DeclaredAccessibility == Accessibility.Public) ? Reach.AsRef
            : IsVisibleInAssembly(actor) ? Reach.Internal
            : Reach.Private;

    private static bool IsGeneric(INamedTypeSymbol actor) => Chain(actor).Any(type => type.Arity > 0);
}
