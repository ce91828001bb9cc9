using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes.Handlers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Rules;

public sealed class UnhandledMessageTests
{
    private const string Meter = """
        public record Unknown(int Value);

        [Actor]
        public sealed partial class Meter
        {
            [Handles] int On(int m) => m;
        }

        """;

    [Fact]
    public async Task Tell_Unhandled_IsOneErrorThatNamesWhatIsHandled()
    {
        var reported = await Verify.ReportsAsync(Meter + """
            public static class Program
            {
                public static void Run(MeterRef meter) => {|COERCE0101:meter.Tell(new Unknown(1))|};
            }
            """);

        Diagnostic diagnostic = Assert.Single(reported);
        Assert.Contains("Meter has no handler for this message", diagnostic.GetMessage());
        Assert.EndsWith("/docs/diagnostics/COERCE0101.md", diagnostic.Descriptor.HelpLinkUri);
    }

    [Fact]
    public Task AskAsync_Unhandled_HasNoCascade() => Verify.ReportsAsync(Meter + """
        public static class Program
        {
            public static async Task<int> Run(MeterRef meter, CancellationToken ct)
            {
                int n = await {|COERCE0101:meter.AskAsync(new Unknown(1), ct)|};
                string s = await {|COERCE0101:meter.AskAsync(new Unknown(2), TimeSpan.Zero, ct)|};
                if (!{|COERCE0101:meter.TryTell(new Unknown(3))|}) n++;
                return n + s.Length;
            }
        }
        """);

    [Fact]
    public Task Pragma_AroundTheCall_ChangesNothing() => Verify.ReportsAsync(Meter + """
        public static class Program
        {
        #pragma warning disable COERCE0101
            public static void Run(MeterRef meter) => {|COERCE0101:meter.Tell(new Unknown(1))|};
        }
        """);

    [Fact]
    public Task Fix_Tell_AddsAnEmptyHandler() => FixesAsync("meter.Tell(new Unknown(1));", "[Handles] void On(Unknown m) { }");

    [Theory]
    [InlineData("await meter.TellAsync(new Unknown(1));")]
    [InlineData("meter.Schedule(new Unknown(1), TimeSpan.Zero).Dispose();")]
    public Task Fix_TellInOtherWays_AddsAnEmptyHandler(string use) => FixesAsync(use, "[Handles] void On(Unknown m) { }");

    [Theory]
    [InlineData("await {0};", "void")]
    [InlineData("_ = {0};", "void")]
    [InlineData("int i = await {0};", "int")]
    [InlineData("string? s = await {0};", "string?")]
    [InlineData("var x = await {0}; Console.WriteLine(x);", "object")]
    [InlineData("n = await {0};", "long")]
    [InlineData("if (n > 1) return (await {0});", "Guid")]
    [InlineData("if (await {0}) {{ }}", "bool")]
    [InlineData("if (await {0} == n) {{ }}", "long")]
    [InlineData("Take(await {0}, 1);", "List<Unknown>")]
    [InlineData("Take(b: await {0}, a: null!);", "double")]
    [InlineData("var x = (DateTime)await {0};", "DateTime")]
    [InlineData("int[] a = await {0}.ConfigureAwait(false);", "int[]")]
    [InlineData("(int A, MeterRef? B) a = await {0}.AsTask();", "(int A, MeterRef? B)")]
    [InlineData("Func<Task<int>> f = async () => await {0};", "int")]
    [InlineData("Console.WriteLine($\"{{await {0}}}\");", "object")]
    public Task Fix_Ask_AddsAHandlerWithTheReplyThatIsUsed(string use, string reply) => FixesAsync(
        string.Format(System.Globalization.CultureInfo.InvariantCulture, use, "meter.AskAsync(new Unknown(1))"),
        $"[Handles] {reply} On(Unknown m) => throw new NotImplementedException();");

    [Fact]
    public Task Fix_WithAScope_AddsAHandlerThatTakesIt() => Verify.FixesAllAsync(
        new AddHandlerFix(),
        FixAllScope.Document,
        [
            """
            public record Unknown(int Value);

            [Actor] public sealed partial class Meter
            {
                [Handles] void On(int m, RequestScope scope) { }
            }

            public static class Program
            {
                public static async Task<int> Run(MeterRef meter, RequestScope scope)
                {
                    {|COERCE0101:meter.Tell(new Unknown(1), scope)|};
                    return await {|COERCE0101:meter.AskAsync(new Unknown(1))|};
                }
            }
            """,
        ],
        [
            """
            public record Unknown(int Value);

            [Actor] public sealed partial class Meter
            {
                [Handles] void On(int m, RequestScope scope) { }

                [Handles] int On(Unknown m, RequestScope scope) => throw new NotImplementedException();
            }

            public static class Program
            {
                public static async Task<int> Run(MeterRef meter, RequestScope scope)
                {
                    meter.Tell(new Unknown(1), scope);
                    return await meter.AskAsync(new Unknown(1));
                }
            }
            """,
        ]);

    [Fact]
    public Task Fix_HandledButNotWithAScope_IsNotOffered() => Verify.OffersNothingAsync(new AddHandlerFix(), """
        [Actor] public sealed partial class Meter
        {
            [Handles] void On(int m, RequestScope scope) { }
            [Handles] void On(string m) { }
        }

        public static class Program
        {
            public static void Run(MeterRef meter, RequestScope scope) => {|COERCE0101:meter.Tell("x", scope)|};
        }
        """);

    [Fact]
    public Task Fix_ActorInAnotherFileWithAnotherStyle_FollowsIt() => Verify.FixesAsync(
        new AddHandlerFix(),
        [
            """
            namespace Power.Meters
            {
                [Coerce.Actor]
                public sealed partial class Meter
                {
                    private int _total;

                    /// <summary>Counts.</summary>
                    [Coerce.Handles]
                    private int On(int reading) => _total += reading;

                    private void Reset() => _total = 0;
                }
            }
            """,
            """
            using Power.Meters;

            namespace Power.Messages
            {
                public record Unknown(int Value);

                public static class Program
                {
                    public static void Run(MeterRef meter) => {|COERCE0101:meter.Tell(new Unknown(1))|};
                }
            }
            """,
        ],
        [
            """
            namespace Power.Meters
            {
                [Coerce.Actor]
                public sealed partial class Meter
                {
                    private int _total;

                    /// <summary>Counts.</summary>
                    [Coerce.Handles]
                    private int On(int reading) => _total += reading;

                    [Coerce.Handles]
                    private void On(Messages.Unknown reading) { }

                    private void Reset() => _total = 0;
                }
            }
            """,
            """
            using Power.Meters;

            namespace Power.Messages
            {
                public record Unknown(int Value);

                public static class Program
                {
                    public static void Run(MeterRef meter) => meter.Tell(new Unknown(1));
                }
            }
            """,
        ]);

    [Fact]
    public Task FixAll_Project_AddsEachHandlerOnceWithTheBestReply() => Verify.FixesAllAsync(
        new AddHandlerFix(),
        FixAllScope.Project,
        [
            Meter,
            """
            public record Other;

            public static class Program
            {
                public static async Task Run(MeterRef meter)
                {
                    {|COERCE0101:meter.Tell(new Unknown(1))|};
                    {|COERCE0101:meter.Tell(new Other())|};
                    int n = await {|COERCE0101:meter.AskAsync(new Unknown(2))|};
                    await {|COERCE0101:meter.AskAsync(new Other())|};
                    {|COERCE0101:meter.Tell(new Unknown(3))|};
                }
            }
            """,
        ],
        [
            Meter.Replace("=> m;\n", """
                => m;

                    [Handles] int On(Unknown m) => throw new NotImplementedException();

                    [Handles] void On(Other m) => throw new NotImplementedException();

                """),
            """
            public record Other;

            public static class Program
            {
                public static async Task Run(MeterRef meter)
                {
                    meter.Tell(new Unknown(1));
                    meter.Tell(new Other());
                    int n = await meter.AskAsync(new Unknown(2));
                    await meter.AskAsync(new Other());
                    meter.Tell(new Unknown(3));
                }
            }
            """,
        ]);

    [Theory]
    [InlineData("{|COERCE0101:meter.Tell(new { A = 1 })|};")]
    [InlineData("{|COERCE0101:meter.Tell(new Hidden())|};")]
    [InlineData("{|COERCE0101:meter.Tell(value)|};")]
    public Task Fix_MessageThatNoHandlerCanHave_OffersNothing(string call) => Verify.OffersNothingAsync(new AddHandlerFix(), Meter + $$"""
        [Actor]
        public sealed partial class Valve
        {
            [Handles] void Open() { }
        }

        public static class Program
        {
            private sealed class Hidden;

            public static void Run<T>(MeterRef meter, T value)
            {
                {{call}}
            }
        }
        """);

    [Fact]
    public Task Fix_GeneratedMessage_IsNamed() => Verify.FixesAsync(new AddHandlerFix(), """
        [Actor]
        public sealed partial class Valve
        {
            [Handles] void Open() { }
        }

        public static class Program
        {
            public static void Run(ValveRef valve) => {|COERCE0101:valve.Tell(new Valve.Messages.Open[1])|};
        }
        """, """
        [Actor]
        public sealed partial class Valve
        {
            [Handles] void Open() { }

            [Handles] void On({|COERCE0201:Messages.Open[]|} message) { }
        }

        public static class Program
        {
            public static void Run(ValveRef valve) => valve.Tell(new Valve.Messages.Open[1]);
        }
        """);

    [Fact]
    public async Task Fix_ActorInAReferencedProject_IsAddedThere()
    {
        Project domain = TestSolution.Project([Meter]);
        Project program = TestSolution.AddProject(
            domain.Solution,
            "Program",
            ["""
            public record Local;

            public static class Program
            {
                public static void Run(MeterRef meter)
                {
                    meter.Tell(new Unknown(1));
                    meter.Tell(new Local());
                }
            }
            """],
            [],
            new ProjectReference(domain.Id));

        CodeAction action = Assert.Single(await Fixes.OfferedAsync(program, new AddHandlerFix()));
        Project changed = (await Fixes.ApplyAsync(program, action)).Solution.GetProject(domain.Id)!;

        string text = (await changed.Sources().Single().GetTextAsync(TestContext.Current.CancellationToken)).ToString();
        Assert.Contains("\n    [Handles] void On(Unknown m) { }\n", text);
    }

    [Fact]
    public async Task FixAll_SolutionWithTwoCallingProjects_AddsOneHandler()
    {
        Project domain = TestSolution.Project([Meter]);
        Project first = TestSolution.AddProject(domain.Solution, "First", [Caller("First", "_ = meter.AskAsync")], [], new ProjectReference(domain.Id));
        Project second = TestSolution.AddProject(first.Solution, "Second", [Caller("Second", "meter.Tell")], [], new ProjectReference(domain.Id));

        Project changed = await Fixes.ApplyAllAsync(second, new AddHandlerFix(), FixAllScope.Solution);

        string text = (await changed.Solution.GetProject(domain.Id)!.Sources().Single().GetTextAsync(TestContext.Current.CancellationToken)).ToString();
        Assert.Equal(Meter.Replace("=> m;\n", "=> m;\n\n    [Handles] void On(Unknown m) => throw new NotImplementedException();\n"), text);

        static string Caller(string name, string verb)
            => $"public static class {name} {{ public static void Run(MeterRef meter) => {verb}(new Unknown(1)); }}";
    }

    [Fact]
    public async Task Fix_ActorWithoutSource_OffersNothing()
    {
        using var image = new MemoryStream();
        Compilation domain = (await TestSolution.Project([Meter]).GetCompilationAsync(TestContext.Current.CancellationToken))!;
        Assert.True(domain.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        Project program = TestSolution
            .Project(["public static class Program { public static void Run(MeterRef meter) => meter.Tell(new Unknown(1)); }"])
            .AddMetadataReference(MetadataReference.CreateFromImage(image.ToArray()));

        Assert.Equal(["COERCE0101"], (await program.DiagnosticsAsync()).Select(diagnostic => diagnostic.Id));
        Assert.Empty(await Fixes.OfferedAsync(program, new AddHandlerFix()));
    }

    [Fact]
    public Task Fix_ActorOnOneLine_StaysReadable() => Verify.FixesAsync(new AddHandlerFix(), """
        [Actor] public sealed partial class Meter { [Handles] void On(int m) { } }
        public static class Program
        {
            public static void Run(MeterRef? meter) => meter?{|COERCE0101:.Tell("a")|};
        }
        """, """
        [Actor] public sealed partial class Meter { [Handles] void On(int m) { } 

            [Handles] void On(string m) { }
        }
        public static class Program
        {
            public static void Run(MeterRef? meter) => meter?.Tell("a");
        }
        """);

    private static Task FixesAsync(string statement, string handler)
    {
        string Source(string added, string body) => Meter.Replace("=> m;\n", "=> m;\n" + added) + $$"""
            public static class Program
            {
                public static async Task<Guid> Run(MeterRef meter)
                {
                    long n = 1;
                    await Task.Yield();
                    {{body}}
                    return n > 1 ? Guid.Empty : Guid.NewGuid();
                }

                private static void Take(List<Unknown> a, double b) { }
            }
            """;

        string marked = System.Text.RegularExpressions.Regex.Replace(
            statement, @"meter\.(Tell|TellAsync|Schedule|AskAsync)\(new Unknown\(1\)(, [\w.]+)?\)", "{|COERCE0101:$0|}");
        return Verify.FixesAsync(new AddHandlerFix(), Source("", marked), Source($"\n    {handler}\n", statement));
    }
}
