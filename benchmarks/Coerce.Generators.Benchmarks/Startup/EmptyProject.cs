using System.Xml.Linq;

namespace Coerce.Generators.Benchmarks.Startup;

/// <summary>The Hello sample without actors: the same project, and one line of output.</summary>
internal static class EmptyProject
{
    /// <returns>The folder of the project.</returns>
    internal static string Write(string hello, string repository, string folder)
    {
        string empty = Directory.CreateDirectory(Path.Combine(folder, "Empty")).FullName;
        XDocument project = XDocument.Load(Path.Combine(hello, "Hello.csproj"));
        project.Descendants("Import").Remove();
        project.Save(Path.Combine(empty, "Empty.csproj"));
        File.WriteAllText(Path.Combine(empty, "Program.cs"), "System.Console.WriteLine(\"1. Hello, world!\");\n");

        foreach (string shared in (string[])["Directory.Build.props", "Directory.Packages.props"])
        {
            var import = new XElement("Project", new XElement("Import", new XAttribute("Project", Path.Combine(repository, shared))));
            import.Save(Path.Combine(folder, shared));
        }

        return empty;
    }
}
