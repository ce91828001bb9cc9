using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Rules;

public sealed class InterceptRuleTests
{
    private const string Pass = """
        public override ValueTask<TReply> HandleAsync<TMessage, TReply>(TurnInfo turn, TMessage message, TurnNext<TMessage, TReply> next) => next.HandleAsync(message);
        """;

    [Theory]
    [InlineData("public abstract class I : TurnInterceptor { }", "it is abstract")]
    [InlineData("public abstract class I : SendInterceptor { }", "it is abstract")]
    [InlineData("public sealed class I : SendInterceptor { private I() { } }", "no constructor that generated code can call")]
    [InlineData("public class I : SendInterceptor { protected I() { } }", "no constructor that generated code can call")]
    [InlineData("public sealed class I : SendInterceptor { public I() { } public I(IFormatProvider f) { } }", "several constructors")]
    [InlineData("public sealed class I : SendInterceptor { public I(int n) { } }", "parameter 'n' of its constructor")]
    [InlineData("public sealed class I : SendInterceptor { public I(in IFormatProvider f) { } }", "parameter 'f' of its constructor")]
    [InlineData("file sealed class I : SendInterceptor { }", "'I' cannot be seen")]
    [InlineData("public sealed class I : TurnInterceptor { public I(ReadOnlySpan<byte> s) { } " + Pass + " }", "parameter 's'")]
    public async Task Interceptor_ThatCannotBeMade_IsTheOnlyDiagnostic(string interceptor, string words)
    {
        var reported = await Verify.ReportsAsync($$"""
            {{interceptor}}

            [Actor, {|COERCE0040:Intercept<I>|}]
            public sealed partial class Meter
            {
                [Handles] int On(int m) => m;
            }

            public static class Program
            {
                public static async Task<int> RunAsync(MeterRef meter) => await meter.AskAsync(1, RequestScope.Empty);
            }
            """);

        Assert.Contains(words, Assert.Single(reported).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public Task Interceptor_OfTheAssembly_IsReportedThere() => Verify.ReportsAsync("""
        [assembly: {|COERCE0040:Intercept<I>|}]

        public abstract class I : SendInterceptor { }

        [Actor]
        public sealed partial class Meter
        {
            [Handles] int On(int m) => m;
        }
        """);

    [Fact]
    public Task Interceptor_HiddenInAClass_IsReported() => Verify.ReportsAsync("""
        public static partial class Outer
        {
            private sealed class I : SendInterceptor { }

            [Actor]
            [{|COERCE0040:Intercept<I>|}]
            public sealed partial class Meter
            {
                [Handles] int On(int m) => m;
            }
        }
        """);

    [Theory]
    [InlineData("using Stands = Coerce.InterceptAttribute<I>;", "", "Stands")]
    [InlineData("global using Stands = Coerce.InterceptAttribute<I>;", "", "Stands")]
    [InlineData("using StandsAttribute = Coerce.InterceptAttribute<I>;", "", "Stands")]
    [InlineData("", "using Stands = Coerce.InterceptAttribute<I>;", "Stands")]
    [InlineData("using Alias = Coerce;", "", "Alias::Intercept<I>")]
    [InlineData("", "", "global::Coerce.InterceptAttribute<I>")]
    public Task Interceptor_NamedInAnotherWay_IsReported(string outer, string inner, string name) => Verify.ReportsAsync($$"""
        {{outer}}

        namespace N
        {
            {{inner}}

            [Actor, {|COERCE0040:{{name}}|}]
            public sealed partial class Meter
            {
                [Handles] int On(int m) => m;
            }
        }

        public abstract class I : SendInterceptor { }
        """);

    [Fact]
    public Task Interceptors_ThatCanBeMade_AreNotReported() => Verify.ReportsAsync($$"""
        [assembly: Intercept<First>]

        public sealed class First : TurnInterceptor { {{Pass}} }

        internal class Second(IFormatProvider format) : SendInterceptor { public object Format => format; }

        internal sealed class Third : Second { internal Third(IFormatProvider format) : base(format) { } private Third() : base(null!) { } }

        [Actor, Intercept<Second>, Intercept<Third>]
        public sealed partial class Meter
        {
            [Handles] int On(int m) => m;
        }
        """);

    [Fact]
    public async Task Class_NotAnActor_IsReported()
    {
        var reported = await Verify.ReportsAsync("""
            public sealed class I : SendInterceptor { }

            [{|COERCE0041:Intercept<I>|}]
            public sealed class Meter { }
            """);

        Assert.Contains("'I' stands around nothing, because 'Meter' is not an actor", Assert.Single(reported).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public Task Fix_AttributeAlone_GoesWithItsBrackets() => Verify.FixesAsync(
        new RemoveInterceptFix(),
        """
        public sealed class I : SendInterceptor { }

        [Serializable]
        [{|COERCE0041:Intercept<I>|}]
        public sealed class Meter { }
        """,
        """
        public sealed class I : SendInterceptor { }

        [Serializable]
        public sealed class Meter { }
        """);

    [Fact]
    public Task FixAll_SeveralInOneList_LeavesTheOthers() => Verify.FixesAllAsync(
        new RemoveInterceptFix(),
        FixAllScope.Document,
        [
            """
            public sealed class I : SendInterceptor { }

            [{|COERCE0041:Intercept<I>|}, Serializable, {|COERCE0041:Intercept<I>|}]
            public sealed class Meter { }
            """,
        ],
        [
            """
            public sealed class I : SendInterceptor { }

            [Serializable]
            public sealed class Meter { }
            """,
        ]);
}
