using System.Text;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Tests.RandomPrograms;

/// <summary>The random actors that are compiled together, and what they need beside them.</summary>
internal static class Batch
{
    internal const int Count = 20;
    private const int Size = 100;

    private const string Show = """
        public static class Show
        {
            public static string Of(params object?[] values) => string.Join("; ", values.Select(One));

            private static string One(object? value) => value switch
            {
                null => "null",
                string text => text,
                System.Collections.IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Select(One)) + "]",
                _ => value.ToString()!,
            };
        }
        """;

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, Count)];

    internal static RandomActor[] Draw(int seed)
    {
        var random = new RandomActors(seed);
        return [.. Enumerable.Range(0, Size).Select(random.Next)];
    }

    internal static string Support(RandomActor[] actors)
    {
        var calls = new StringBuilder();
        foreach (RandomActor actor in actors)
            calls.Append($"if (await global::{actor.Namespace}.Caller.RunAsync(system) is {{ }} fault{actor.Number}) return \"{actor.Number}: \" + fault{actor.Number};\n");
        return $$"""
            using System.Linq;

            {{Payload.Declarations}}

            {{Show}}

            public static class All
            {
                public static async Task<string> RunAsync()
                {
                    await using var system = new ActorSystem("random");
                    {{calls}}
                    return "";
                }
            }
            """;
    }

    // File0.cs is the support; generated files have no number.
    internal static int NumberOf(Diagnostic diagnostic)
        => Path.GetFileNameWithoutExtension(diagnostic.Location.SourceTree?.FilePath) is { } name && name.StartsWith("File", StringComparison.Ordinal)
            && int.TryParse(name["File".Length..], out int number) ? number : 0;
}
