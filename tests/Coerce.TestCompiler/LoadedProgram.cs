using System.Reflection;
using System.Runtime.Loader;

namespace Coerce.TestCompiler;

/// <summary>A program that was compiled by a test and can be run by it.</summary>
internal sealed class LoadedProgram : IDisposable
{
    private readonly AssemblyLoadContext _context = new("test program", isCollectible: true);
    private readonly Assembly _program;

    /// <param name="images">The assemblies, each after those that it refers to; the program comes last.</param>
    internal LoadedProgram(IEnumerable<byte[]> images)
    {
        _context.Resolving += (context, name) => context.Assemblies.FirstOrDefault(assembly => assembly.GetName().Name == name.Name);
        Assembly[] assemblies = [.. images.Select(image => _context.LoadFromStream(new MemoryStream(image)))];
        _program = assemblies[^1];
    }

    public void Dispose() => _context.Unload();

    /// <summary>Calls a static method without parameters; waits for it when it returns a task.</summary>
    /// <returns>What the method, or its task, returns; null when that is nothing.</returns>
    internal async Task<object?> RunAsync(string type, string method)
    {
        MethodInfo target = _program.GetType(type, throwOnError: true)!
            .GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;

        object? result = target.Invoke(null, null);
        if (result is not Task task) return result;

        await task;
        return task.GetType().GetProperty(nameof(Task<object>.Result))?.GetValue(task);
    }
}
