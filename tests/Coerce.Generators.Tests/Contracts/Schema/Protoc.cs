using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using Google.Protobuf.Reflection;
using Xunit;

namespace Coerce.Generators.Tests.Contracts;

/// <summary>protoc, which has the last word on what a proto file is.</summary>
internal static class Protoc
{
    /// <summary>A file to import, as types of other files are used too.</summary>
    private const string ActorRef = """
        syntax = "proto3";
        package coerce;
        message ActorRef { string path = 1; }
        """;

    private static readonly string Package = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static one => one.Key == "GrpcTools").Value!;

    /// <summary>What protoc says of files: nothing where it accepts all of them.</summary>
    public static string ErrorsOf(params string[] texts) => Run(texts, out _);

    /// <summary>What protoc reads in a file that it accepts.</summary>
    public static FileDescriptorProto Describe(string text)
    {
        Assert.Equal("", Run([text], out FileDescriptorSet set));
        return set.File.Single();
    }

    private static string Run(string[] texts, out FileDescriptorSet set)
    {
        string folder = Directory.CreateTempSubdirectory("coerce-protoc").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "coerce"));
            File.WriteAllText(Path.Combine(folder, "coerce", "actor_ref.proto"), ActorRef);
            string[] names = [.. texts.Select((_, i) => $"contracts{i}.proto")];
            for (int i = 0; i < texts.Length; i++) File.WriteAllText(Path.Combine(folder, names[i]), texts[i]);

            // Files of their own: they declare the same names.
            string errors = "";
            set = new FileDescriptorSet();
            foreach (string name in names)
            {
                errors += Run(folder, name);
                if (errors.Length == 0) set = FileDescriptorSet.Parser.ParseFrom(File.ReadAllBytes(Path.Combine(folder, "set")));
            }

            return errors;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Run(string folder, string name)
    {
        var start = new ProcessStartInfo(Executable) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("--descriptor_set_out=" + Path.Combine(folder, "set"));
        start.ArgumentList.Add("-I" + folder);
        start.ArgumentList.Add("-I" + Path.Combine(Package, "build", "native", "include"));
        start.ArgumentList.Add(name);
        using Process process = Process.Start(start)!;
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? "" : errors + File.ReadAllText(Path.Combine(folder, name));
    }

    private static string Executable
    {
        get
        {
            string cpu = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
            return OperatingSystem.IsWindows() ? Path.Combine(Package, "tools", "windows_x64", "protoc.exe")
                : Path.Combine(Package, "tools", OperatingSystem.IsMacOS() ? "macosx_universal" : "linux_" + cpu, "protoc");
        }
    }
}
