using Coerce.TestCompiler;
using Xunit;

namespace Coerce.Generators.Tests;

public sealed class DefaultValueTests
{
    [Theory]
    [InlineData("int x = -5")]
    [InlineData("long x = long.MinValue")]
    [InlineData("ulong x = ulong.MaxValue")]
    [InlineData("byte x = 255")]
    [InlineData("sbyte x = -128")]
    [InlineData("uint x = 7")]
    [InlineData("nint x = -3")]
    [InlineData("bool x = true")]
    [InlineData("char x = '\\''")]
    [InlineData("char x = '\\u2028'")]
    [InlineData("string x = \"a\\\"b\\\\c\\r\\n\\t\\0{x}\\u2028\"")]
    [InlineData("string? x = null")]
    [InlineData("object? x = null")]
    [InlineData("float x = float.NaN")]
    [InlineData("float x = -0f")]
    [InlineData("float x = 1.1f")]
    [InlineData("double x = double.NegativeInfinity")]
    [InlineData("double x = -0d")]
    [InlineData("double x = 0.1")]
    [InlineData("double x = 1e300")]
    [InlineData("decimal x = -1.50m")]
    [InlineData("Color x = Color.@event")]
    [InlineData("Color x = (Color)(-9)")]
    [InlineData("Flags x = Flags.A | Flags.C")]
    [InlineData("Flags? x = Flags.A")]
    [InlineData("Color? x = null")]
    [InlineData("int? x = 4")]
    [InlineData("Guid x = default")]
    [InlineData("(int A, string? B) x = default")]
    [InlineData("ARef? x = null")]
    [InlineData("List<ARef>? x = null")]
    public async Task DefaultValue_MethodAndProps_AreThoseOfTheHandler(string parameter)
    {
        string method = $$"""
            public enum Color { Red, @event = 3 }
            [Flags] public enum Flags : byte { A = 1, B = 2, C = 4 }
            [Actor] public sealed partial class A
            {
                private readonly string _made;
                public A({{parameter}}) => _made = "made";
                [Handles] bool Same({{parameter}}) => Is(x);
                [Handles] string Made() => _made;
                public static bool Is<T>(T value) => Expected is T or null && EqualityComparer<T?>.Default.Equals((T?)Expected, value);
                public static object? Expected;
                public static void Expect({{parameter}}) => Expected = x;
            }
            static class Program
            {
                static async Task<bool> Main()
                {
                    A.Expect();
                    await using var system = new ActorSystem("s");
                    ARef a = system.Spawn(A.Props());
                    return await a.SameAsync() && await a.MadeAsync() == "made";
                }
            }
            """;

        GeneratedProgram program = TestProject.Of(method).Generate();
        Assert.Empty(program.Diagnostics);
        using LoadedProgram loaded = program.Load();
        Assert.Equal(true, await loaded.RunAsync("Program", "Main"));
    }
}
