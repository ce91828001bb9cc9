using System.Text;
using Coerce.CodeAnalysis;
using Coerce.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Coerce.Generators.Parsing;

/// <summary>Reads what a module has to know of its assembly.</summary>
internal static class AssemblyReader
{
    private const string Runtime = "Coerce.Runtime";

    internal static AssemblyModel Read(Compilation compilation, CancellationToken cancellationToken)
    {
        var modules = new SortedSet<string>(StringComparer.Ordinal);
        foreach (IAssemblySymbol assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (ModuleOf(assembly) is { } module) modules.Add(module);
        }

        string name = compilation.AssemblyName ?? "";
        return new AssemblyModel(name, ModuleName(name), IsProgram(compilation.Options.OutputKind), modules.ToEquatableArray());
    }

    private static string? ModuleOf(IAssemblySymbol assembly)
    {
        // Hardly any reference has a module: leave the attributes of the others unread.
        if (!assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == Runtime))) return null;

        foreach (AttributeData attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass?.ToDisplayString() == "Coerce.ActorModuleAttribute"
                && attribute.ConstructorArguments.Length == 1
                && attribute.ConstructorArguments[0].Value is INamedTypeSymbol module
                && module.DeclaredAccessibility == Accessibility.Public)
            {
                return SymbolText.FullName(module);
            }
        }

        return null;
    }

    private static bool IsProgram(OutputKind kind)
        => kind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication or OutputKind.WindowsRuntimeApplication;

    // "Bank.Sample" becomes "Bank_Sample".
    private static string ModuleName(string assemblyName)
    {
        var name = new StringBuilder(assemblyName.Length + 1);
        foreach (char character in assemblyName)
        {
            name.Append(char.IsLetterOrDigit(character) ? character : '_');
        }

        if (name.Length == 0 || char.IsDigit(name[0])) name.Insert(0, '_');
        return Identifiers.Escape(name.ToString());
    }
}
