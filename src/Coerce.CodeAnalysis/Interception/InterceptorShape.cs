using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>An interceptor as the generated code makes it, or the reason why it cannot.</summary>
internal sealed class InterceptorShape
{
    private InterceptorShape(INamedTypeSymbol type, IAssemblySymbol assembly)
    {
        Type = type;
        Kind = KindOf(type);
        (Fault, FaultSubject) = FindFault(assembly);
    }

    public INamedTypeSymbol Type { get; }

    public InterceptorKind Kind { get; }

    /// <summary>The one constructor, whose parameters are services; null where there is a fault.</summary>
    public IMethodSymbol? Constructor { get; private set; }

    public InterceptorFault Fault { get; }

    public ISymbol FaultSubject { get; }

    /// <param name="type">The interceptor.</param>
    /// <param name="assembly">Where the generated code stands.</param>
    public static InterceptorShape Of(INamedTypeSymbol type, IAssemblySymbol assembly) => new(type, assembly);

    /// <summary>The interceptors of an actor from the outside in: those of its assembly, then its own.</summary>
    public static IEnumerable<InterceptorShape> Around(INamedTypeSymbol actor)
        => Named(actor.ContainingAssembly).Concat(Named(actor)).Select(type => Of(type, actor.ContainingAssembly));

    // Parts of a class come in the order of the files, which is not the same on every machine.
    private static IEnumerable<INamedTypeSymbol> Named(ISymbol symbol)
        => symbol.GetAttributes()
            .Select(attribute => (Interceptor: KnownAttributes.InterceptorOf(attribute), Syntax: attribute.ApplicationSyntaxReference))
            .Where(pair => pair.Interceptor is not null)
            .OrderBy(pair => pair.Syntax?.SyntaxTree.FilePath, System.StringComparer.Ordinal)
            .ThenBy(pair => pair.Syntax?.Span.Start ?? 0)
            .Select(pair => pair.Interceptor!);

    private static InterceptorKind KindOf(INamedTypeSymbol type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (KnownTypes.IsInCoerce(ancestor))
            {
                return ancestor.Name switch
                {
                    WellKnownNames.TurnInterceptor => InterceptorKind.Turn,
                    WellKnownNames.SendInterceptor => InterceptorKind.Send,
                    _ => InterceptorKind.None,
                };
            }
        }

        return InterceptorKind.None;
    }

    private (InterceptorFault Fault, ISymbol Subject) FindFault(IAssemblySymbol assembly)
    {
        if (Type.IsAbstract)
        {
            return (InterceptorFault.Abstract, Type);
        }

        for (var container = Type; container is not null; container = container.ContainingType)
        {
            if (container.IsFileLocal || !IsVisible(container, assembly))
            {
                return (InterceptorFault.NotVisible, container);
            }
        }

        var constructors = Type.InstanceConstructors.Where(constructor => IsVisible(constructor, assembly)).ToArray();
        if (constructors.Length != 1)
        {
            return (constructors.Length == 0 ? InterceptorFault.NoConstructor : InterceptorFault.SeveralConstructors, Type);
        }

        foreach (var parameter in constructors[0].Parameters)
        {
            if (parameter.RefKind != RefKind.None || SignatureFaults.OfValue(parameter.Type) != SignatureFault.None || parameter.Type.IsValueType)
            {
                return (InterceptorFault.Parameter, parameter);
            }
        }

        Constructor = constructors[0];
        return (InterceptorFault.None, Type);
    }

    private static bool IsVisible(ISymbol symbol, IAssemblySymbol assembly) => symbol.DeclaredAccessibility switch
    {
        Accessibility.Public => true,
        Accessibility.Internal or Accessibility.ProtectedOrInternal =>
            SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, assembly) || symbol.ContainingAssembly.GivesAccessTo(assembly),
        _ => false,
    };
}
