using System.Linq;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Coerce.Analyzers.Rules.Async;

/// <summary>The async method beside one that waits for a device: <c>ReadAsync</c> beside <c>Read</c>.</summary>
internal static class AsyncTwins
{
    internal static IMethodSymbol? Find(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.MethodKind != MethodKind.Ordinary || method.IsGenericMethod || method.Name is "Dispose" || method.Name.EndsWith("Async", System.StringComparison.Ordinal))
        {
            return null;
        }

        var type = call.Instance is { Type: INamedTypeSymbol receiver } ? receiver : method.ContainingType;
        if (!MayBlock(type) && !MayBlock(method.ContainingType) || IsInMemory(type) || IsConsole(call.Instance))
        {
            return null;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(method.Name + WellKnownNames.AsyncSuffix))
            {
                if (member is IMethodSymbol { IsGenericMethod: false, DeclaredAccessibility: Accessibility.Public } twin
                    && twin.IsStatic == method.IsStatic && TakesTheSame(twin, method) && GivesTheSame(twin, method))
                {
                    return twin;
                }
            }
        }

        return null;
    }

    private static bool TakesTheSame(IMethodSymbol twin, IMethodSymbol method)
    {
        if (twin.Parameters.Length < method.Parameters.Length)
        {
            return false;
        }

        for (var i = 0; i < twin.Parameters.Length; i++)
        {
            var parameter = twin.Parameters[i];
            var isSame = i < method.Parameters.Length
                ? IsSame(parameter.Type, method.Parameters[i].Type)
                : i == method.Parameters.Length && KnownTypes.IsCancellationToken(parameter.Type) && i == twin.Parameters.Length - 1;
            if (!isSame)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSame(ITypeSymbol twin, ITypeSymbol parameter)
        => SymbolEqualityComparer.Default.Equals(twin, parameter) || (twin.Name, parameter.Name) is ("Memory", "Span") or ("ReadOnlyMemory", "ReadOnlySpan");

    private static bool GivesTheSame(IMethodSymbol twin, IMethodSymbol method)
        => twin.ReturnType is INamedTypeSymbol task
            && (KnownTypes.IsTask(task) || KnownTypes.IsValueTask(task))
            && (method.ReturnsVoid ? task.Arity == 0 : task.Arity == 1 && SymbolEqualityComparer.Default.Equals(task.TypeArguments[0], method.ReturnType));

    private static bool MayBlock(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: not SpecialType.System_Object }; current = current.BaseType)
        {
            if (IsDevice(current))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDevice(INamedTypeSymbol type)
    {
        var (outer, inner) = Scope(type.ContainingNamespace);
        return (outer, inner) switch
        {
            ("System", "IO" or "Net" or "Data") or ("Microsoft", "Data") or ("Npgsql", _) => true,
            ("System", "Threading") => type.Name == "SemaphoreSlim",
            ("System", "Diagnostics") => type.Name == "Process",
            _ => false,
        };
    }

    // The two outermost parts of its name.
    private static (string Outer, string Inner) Scope(INamespaceSymbol? scope)
    {
        var inner = "";
        for (; scope is { IsGlobalNamespace: false }; scope = scope.ContainingNamespace)
        {
            if (scope.ContainingNamespace is { IsGlobalNamespace: true })
            {
                return (scope.Name, inner);
            }

            inner = scope.Name;
        }

        return ("", "");
    }

    private static bool IsInMemory(INamedTypeSymbol type) => type.Name is "MemoryStream" or "StringReader" or "StringWriter" or "UnmanagedMemoryStream";

    private static bool IsConsole(IOperation? receiver)
        => receiver is IPropertyReferenceOperation { Property.ContainingType: { Name: "Console", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };
}
