using System;
using System.IO;
using Coerce.CodeAnalysis.Contracts;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.CodeAnalysis;

/// <summary>What a project says of its contracts.</summary>
internal static class ContractSettings
{
    public const string FileName = "contracts.proto";

    /// <summary>What stands before each line of the text in the generated file that the build takes it from.</summary>
    public const string UpdateMark = "//|";

    /// <summary>Whether the file is the one that gives the numbers.</summary>
    public static bool IsSchema(string path) => string.Equals(Path.GetFileName(path), FileName, StringComparison.OrdinalIgnoreCase);

    /// <summary>The package that the project names, or that its root namespace makes; null where it has neither.</summary>
    public static string? Package(AnalyzerConfigOptions options)
        => options.TryGetValue("build_property.CoerceContractPackage", out var package) && package.Length > 0 ? package
            : options.TryGetValue("build_property.RootNamespace", out var root) && root.Length > 0 ? ProtoNames.Package(root)
            : null;

    /// <summary>Whether the build is there to write the file.</summary>
    public static bool IsWriting(AnalyzerConfigOptions options)
        => options.TryGetValue("build_property.CoerceWriteContracts", out var writes) && string.Equals(writes, "true", StringComparison.OrdinalIgnoreCase);
}
