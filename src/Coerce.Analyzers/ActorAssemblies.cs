using System.Collections.Generic;
using System.Linq;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers;

/// <summary>The actors of the assemblies that a program refers to.</summary>
internal static class ActorAssemblies
{
    private const string Runtime = "Coerce.Runtime";

    /// <summary>All types of those assemblies that have actors.</summary>
    internal static IEnumerable<INamedTypeSymbol> Types(Compilation compilation)
        => Of(compilation).SelectMany(assembly => ProtocolTypes.In(assembly.GlobalNamespace));

    /// <summary>Those assemblies themselves.</summary>
    internal static IEnumerable<IAssemblySymbol> Of(Compilation compilation) => compilation.SourceModule.ReferencedAssemblySymbols.Where(HasModule);

    internal static bool IsProgram(Compilation compilation) => compilation.Options.OutputKind
        is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;

    // Hardly any reference has one: the attributes of the others stay unread.
    private static bool HasModule(IAssemblySymbol assembly)
        => assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static reference => reference.Name == Runtime))
            && assembly.GetAttributes().Any(static attribute =>
                attribute.AttributeClass is { Name: "ActorModuleAttribute" } type && KnownTypes.IsInCoerce(type));
}
