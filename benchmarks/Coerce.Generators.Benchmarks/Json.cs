using System.Text.Encodings.Web;
using System.Text.Json;

namespace Coerce.Generators.Benchmarks;

/// <summary>Figures for programs to read.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static void Write<T>(string file, IReadOnlyCollection<T> rows) => File.WriteAllText(file, JsonSerializer.Serialize(rows, Options) + "\n");
}
