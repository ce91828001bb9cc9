using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Coerce.TestCompiler;

/// <summary>The framework that the tests run on, and Coerce.Runtime.</summary>
internal static class FrameworkReferences
{
    internal static ImmutableArray<MetadataReference> All { get; } = Load();

    /// <summary>The paths of all assemblies that the tests can load.</summary>
    internal static IEnumerable<string> Trusted =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private static ImmutableArray<MetadataReference> Load()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

        return
        [
            .. Trusted
                .Where(path => Path.GetDirectoryName(path) == framework || IsRuntime(path))
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    }

    private static bool IsRuntime(string path)
        => Path.GetFileName(path) is "Coerce.Runtime.dll" or "Google.Protobuf.dll" or "Microsoft.Extensions.Logging.Abstractions.dll";
}
