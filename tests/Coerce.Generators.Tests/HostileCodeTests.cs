using Coerce.TestCompiler;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Coerce.Generators.Tests;

public sealed class HostileCodeTests
{
    [Fact]
    public void LanguageVersion12_Generate_Compiles() => AssertClean(TestProject.Of(Bank.Source).WithLanguageVersion(LanguageVersion.CSharp12));

    [Fact]
    public void NullableDisabled_Generate_Compiles() => AssertClean(TestProject.Of("""
        [Actor] public sealed partial class A
        {
            public A(string name = null, List<string> all = null) { }
            [Handles] string Get(string key = null, ARef other = null, int? n = null) => key;
            [Handles] object On(string[] m) => null;
            [Handles] Task<ARef> Self(ActorContext<ARef> c) => Task.FromResult(c.Self);
        }
        """).WithoutNullable());

    [Fact]
    public void NoUsingsAndShadowingNames_Generate_Compiles() => AssertClean(TestProject.Of("""
        namespace System2.System { public class Task { } public class Exception { } }
        namespace My.Coerce { public class ActorRef { } }
        namespace My.System { public class Func { } public class Exception { } }
        namespace My
        {
            public class Task { } public class Actor { } public class ValueTask { } public class CancellationToken { } public class TimeSpan { }
            public class Props { } public class Envelope { } public class Object { } public class String { }
            public sealed record Ping(Task Task);
            [global::Coerce.Actor]
            public sealed partial class Global
            {
                [global::Coerce.Handles] Actor On(Ping ping) => new Actor();
                [global::Coerce.Handles] global::System.Threading.Tasks.Task<Task> Get(GlobalRef global, TimeSpan System, CancellationToken message, Envelope cell, int _cell, int cancellationToken)
                    => global::System.Threading.Tasks.Task.FromResult(new Task());
            }
        }
        """).WithoutUsings());

    [Theory]
    [InlineData("Path", "int Get()")]
    [InlineData("Status", "int Get()")]
    [InlineData("GetAsync", "int Get()")]
    [InlineData("Tell", "int Get()")]
    [InlineData("AskAsync", "int Get()")]
    [InlineData("A", "int get(int n)")]
    [InlineData("@event", "int @class(int @int, string @record)")]
    [InlineData("Ärger", "int Größe(int élan)")]
    [InlineData("A", "int Transfer(int transfer, int Transfer, int equals, int _x, int x, int _1)")]
    [InlineData("A", "int Get(int A, int message)")]
    [InlineData("A", "int Get(int from, int value, int set, int @await, int field, int where, int @yield, int _, int __)")]
    [InlineData("A", "int Equal(params int[] all)")]
    [InlineData("A", "int On(in DateTime at)")]
    [InlineData("A", "int On(int timeout)")]
    [InlineData("A", "T[] On(T m)", "<T>")]
    [InlineData("TMessage", "int On(T m)", "<T>")]
    [InlineData("A", "TMessage Get(TMessage m)", "<TMessage>")]
    public void OddNames_Generate_Compile(string name, string handler, string typeParameters = "") => AssertClean(TestProject.Of($$"""
        namespace @namespace.Odd
        {
            public partial interface IOuter { }
            [Actor] public partial class {{name}}{{typeParameters}} { [Handles] {{handler}} => throw new Exception(); }
            public partial record Inside
            {
                [Actor] internal sealed partial class {{name}}{{typeParameters}} { [Handles] {{handler}} => throw new Exception(); }
            }
        }
        """));

    [Theory]
    [InlineData("partial struct Outer")]
    [InlineData("readonly partial record struct Outer(int N)")]
    [InlineData("partial interface IOuter<T> where T : class")]
    [InlineData("static partial class Outer")]
    [InlineData("abstract partial record Outer<T>")]
    public void NestedInAnyType_Generate_Compiles(string container) => AssertClean(TestProject.Of(
        $"namespace N; public {container} {{ [Actor] public sealed partial class A(ARef? parent = null) {{ [Handles] bool On(int m) => parent is null; [Handles] ARef? Parent() => parent; }} }}"));

    [Fact]
    public void PartialMethodAndBaseClass_Generate_Compile() => AssertClean(TestProject.Of("""
        public abstract class Base<T>(T start) { protected T Start => start; protected virtual int Double(int n) => 2 * n; }
        [Actor] public partial class A : Base<int>
        {
            protected A(int n = 3, [FromServices] IComparable? c = null, string? s = "x", params int[] rest) : base(n) { }
            [Handles] private partial int On(in DateTime m);
            private partial int On(in DateTime m) => Double(Start);
            [Handles] protected override int Double(int n) => base.Double(n);
            [Handles] public virtual async void Fire() => await Task.Yield();
            [Handles] int Sum(int first = 1, params int[] rest) => first + rest.Length;
        }
        """));

    [Fact]
    public void HiddenShortNames_Generate_Compile() => AssertClean(TestProject.Of("""
        public class Base { public class Account { } public class OtherRef { } }
        [Actor] public sealed partial class Account : Base { [Handles] int Get() => 1; }
        [Actor] public sealed partial class Other : Base { [Handles] int Get() => 1; }
        """));

    [Fact]
    public void ObsoleteMessage_Generate_NoWarning() => AssertClean(TestProject.Of("""
        #pragma warning disable CS0612, CS0618
        [Obsolete("old")] public sealed record Old(int N);
        [Actor] public sealed partial class A { [Handles] Old On(Old m) => m; [Handles] int Get(Old m) => 1; }
        """));

    [Fact]
    public void ObsoleteAndExperimentalWithIds_Generate_NoWarning() => AssertClean(TestProject.Of("""
        #pragma warning disable OLD1, NEW1, NEW2
        [Obsolete("old", DiagnosticId = "OLD1")] public sealed record Old(int N);
        [System.Diagnostics.CodeAnalysis.Experimental("NEW1")] public sealed record New(int N);
        public static class Holder { [System.Diagnostics.CodeAnalysis.Experimental("NEW2")] public sealed record Inner(int N); }
        [Actor] public sealed partial class A(List<Holder.Inner> all) { public int N = all.Count; [Handles] Old On(Old m) => m; [Handles] int Get(New[] m) => 1; }
        """));

    [Fact]
    public void LessVisibleMessages_Generate_ImplementInterfacesExplicitly() => AssertClean(TestProject.Of("""
        internal sealed record Secret(int N);
        public sealed record Open(int N);
        public static class Use
        {
            internal static async Task<int> All(ARef a) { IAsk<Secret, int> typed = a; a.Tell(new Secret(1)); return await typed.AskAsync(new Secret(2)) + await a.PeekAsync(new Secret(1)); }
        }
        [Actor] public sealed partial class A
        {
            private A(long n) { }
            internal A(Secret secret) { }
            [Handles] int On(Secret m) => 1;
            [Handles] Secret On(Open m) => new(1);
            [Handles] int Peek(Secret m) => 1;
            [Handles] Secret Give() => new(1);
        }
        public partial class Outer
        {
            private sealed record Mine(int N);
            protected sealed record Ours(int N);
            [Actor] private sealed partial class P(Mine mine) { [Handles] Mine On(Mine m) => m; [Handles] Ours Get(Mine m, PRef p, QRef q) => null!; private readonly Mine _m = mine; }
            [Actor] protected sealed partial class Q { [Handles] Ours On(Ours m) => m; }
            [Actor] protected internal sealed partial class R { private sealed record Hidden; [Handles] int Get() => 1; R(Hidden h, int n) { } public R() { } }
            [Actor] private protected sealed partial class S { [Handles] Ours Get(SRef s, Ours o) => o; }
            [Actor] public sealed partial class T { private sealed record Hidden; [Handles] int Get() => 1; internal T(int n) { } }
        }
        """));

    [Fact]
    public void MessagesThatMayBecomeOne_Generate_OverloadsWithoutInterface() => AssertClean(TestProject.Of("""
        public sealed record Box<T>(T Value);
        [Actor] public sealed partial class Store<T, U>
        {
            [Handles] int On(T m) => 1;
            [Handles] int On(string m) => 1;
            [Handles] int On(Box<T> m) => 1;
            [Handles] int On(Box<int> m) => 1;
            [Handles] int On(U[] m) => 1;
            [Handles] int On(List<U> m) => 1;
            [Handles] int Get(T t, U u) => 1;
        }
        """));

    [Fact]
    public void Constraints_Generate_Compile() => AssertClean(TestProject.Of("""
        [Actor] public sealed partial class A<T1, T2, T3, T4, T5, T6>
            where T1 : class? where T2 : struct where T3 : unmanaged where T4 : notnull, IComparable<T1?>, new() where T5 : class, T1 where T6 : Enum
        {
            [Handles] T1? Get(T2? a, T3 b, T4 c, T5? d, T6 e, T4? f) => default;
        }
        """));

    [Fact]
    public void SeveralActorsInOneFile_Generate_OneFileEach()
    {
        GeneratedProgram program = TestProject.Of("""
            [Actor] public sealed partial class A { [Handles] int Get(BRef b) => 1; }
            [Actor] public sealed partial class B { [Handles] int Get(ARef a) => 1; }
            """).Generate();

        Assert.Empty(program.Diagnostics);
        Assert.Equal(["A.g.cs", "B.g.cs", "CoerceModule.g.cs"], program.Files.Keys);
    }

    // The test compiler reports missing and broken comments of generated code, as a build with a documentation file does.
    [Fact]
    public void CommentsOnGenericTypes_Generate_AreWellFormed() => AssertClean(TestProject.Of("""
        public partial class Outer<T>
        {
            [Actor] public sealed partial class Store<U>
            {
                [Handles] int On(List<U?> m) => 1;
                [Handles] int On(int[] m) => 1;
                [Handles] int On((T A, int B) m) => 1;
                [Handles] int Get(T t) => 1;
            }
        }
        """));

    private static void AssertClean(TestProject project)
    {
        GeneratedProgram program = project.Generate();
        Assert.True(program.Diagnostics.IsEmpty, string.Join("\n", program.Diagnostics) + "\n\n" + string.Join("\n", program.Files.Values));
    }
}
