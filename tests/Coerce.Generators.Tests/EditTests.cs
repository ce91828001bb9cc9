using System.Collections.Immutable;
using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Coerce.Generators.Tests;

/// <summary>After an edit the generator writes what it would have written for the edited program in the first place.</summary>
public sealed class EditTests
{
    // It hangs on the other file in many ways.
    private const string Actor = """
        namespace Bank;

        [Actor(Names.Account), Entity(IdleSeconds = Limits.Idle), Intercept<Log>]
        public sealed partial class Account([EntityKey] Key key) : AccountBase
        {
            public Key Key { get; } = key;

            [Handles] Reply On(Message m) => new();

            [Handles, Subscribes(Names.Topic)] void On(Happened m) { }

            [Handles] int Get(Outer.Inner inner, int limit = Limits.Start, Priority priority = (Priority)1) => limit;

            [Handles] int Find(Thing thing, Short named) => 1;
        }
        """;

    private const string Other = """
        global using Short = Bank.Reply;

        namespace Bank
        {
            public readonly record struct Key(string Value);
            public readonly record struct Message(int Amount);
            public sealed record Reply;
            public sealed record Happened;
            public enum Priority { Low, High }
            public static class Names { public const string Account = "bank.account"; public const string Topic = "happened"; }
            public static class Limits { public const int Start = 1; public const double Idle = 30; }
            public class Outer : Holder { }
            public class Holder { public class Inner { } }
            public class OtherHolder { public class Inner { } }
            public class AccountBase { }
            public class Log : TurnInterceptor { public override ValueTask<TReply> HandleAsync<TMessage, TReply>(TurnInfo turn, TMessage message, TurnNext<TMessage, TReply> next) => next.HandleAsync(message); }
        }

        namespace Things { public sealed class Thing; }
        """;

    [Theory]
    [InlineData("\"bank.account\"", "\"bank.konto\"")]
    [InlineData("\"happened\"", "\"occurred\"")]
    [InlineData("int Start = 1", "int Start = 2")]
    [InlineData("double Idle = 30", "double Idle = 60")]
    [InlineData("Low, High", "High, Low")]
    [InlineData("Outer : Holder", "Outer : OtherHolder")]
    [InlineData("class AccountBase { }", "class AccountBase { public class AccountRef { } }")]
    [InlineData("class AccountBase { }", "class AccountBase { public static int Props() => 1; }")]
    [InlineData("public class AccountBase { }", "[Actor] public partial class AccountBase { [Handles] int Get() => 1; }")]
    [InlineData("public sealed record Reply", "[Obsolete(\"\", DiagnosticId = \"OLD1\")] public sealed record Reply")]
    [InlineData("public sealed record Reply", "internal sealed record Reply")]
    [InlineData("public sealed record Happened;", "public ref struct Happened;")]
    [InlineData("Key(string Value)", "Key(long Value)")]
    [InlineData("Key(string Value)", "Key(string Text)")]
    [InlineData("class Log : TurnInterceptor {", "class Log(IServiceProvider services) : TurnInterceptor { public object Services => services;")]
    [InlineData("global using Short = Bank.Reply;", "global using Short = Bank.Message;")]
    [InlineData("global using Short", "global using Things; global using Short")]
    [InlineData("namespace Things {", "namespace Bank { public sealed class Thing; } namespace Things {")]
    [InlineData("namespace Things {", "namespace Bank { [Actor] public sealed partial class Th { [Handles] int Get() => 1; } } namespace Things {")]
    public void DeclarationElsewhere_Edited_IsAsFromScratch(string before, string after)
    {
        GeneratedProgram first = TestProject.Of(Actor, Other).Generate();

        GeneratorRunResult second = CachingTests.RunAgain(first, CachingTests.Parse(Replace(Other, before, after), "File1.cs"));

        AssertAsFromScratch(TestProject.Of(Actor, Replace(Other, before, after)), second);
        Assert.NotEqual(first.Files, FilesOf(second));
    }

    [Fact]
    public void AssemblyAttribute_Added_IsAsFromScratch()
    {
        GeneratedProgram first = TestProject.Of(Bank.Source, Other.Replace("namespace Bank", "namespace Other")).Generate();
        string edited = Other.Replace("namespace Bank", "[assembly: Intercept<Other.Log>] namespace Other");

        GeneratorRunResult second = CachingTests.RunAgain(first, CachingTests.Parse(edited, "File1.cs"));

        AssertAsFromScratch(TestProject.Of(Bank.Source, edited), second);
        Assert.NotEqual(first.Files, FilesOf(second));
    }

    [Fact]
    public void BodyInAnotherPartOfTheActor_Edited_IsAsFromScratch()
    {
        const string Part = "[Actor] public sealed partial class X { [Handles] int Get() => 1; }";
        const string Before = "public sealed partial class X { [Handles] async Task Go(XRef other) { await Task.Yield(); } }";
        string after = Before.Replace("Task.Yield()", "other.GetAsync()");
        GeneratedProgram first = TestProject.Of(Part, Before).Generate();

        GeneratorRunResult second = CachingTests.RunAgain(first, CachingTests.Parse(after, "File1.cs"));

        AssertAsFromScratch(TestProject.Of(Part, after), second);
        Assert.NotEqual(first.Files, FilesOf(second));
    }

    [Fact]
    public void BodiesAndDeclarations_EditedInTurn_AreAsFromScratch()
    {
        GeneratedProgram first = TestProject.Of(Actor, Other).Generate();
        string body = Replace(Other, "next.HandleAsync(message)", "default");
        string[] steps =
        [
            body,
            Replace(body, "Low, High", "High, Low"),
            Replace(Other, "Low, High", "High, Low"),
            Other,
            body,
            Replace(body, "int Start = 1", "int Start = 2"),
        ];

        CSharpCompilation input = first.Input;
        GeneratorDriver driver = first.Driver;
        foreach (string step in steps)
        {
            input = input.ReplaceSyntaxTree(input.SyntaxTrees.Single(tree => tree.FilePath == "File1.cs"), CachingTests.Parse(step, "File1.cs"));
            driver = driver.RunGenerators(input, TestContext.Current.CancellationToken);

            AssertAsFromScratch(TestProject.Of(Actor, step), driver.GetRunResult().Results.Single());
        }
    }

    [Fact]
    public void Reference_Changed_IsAsFromScratch()
    {
        const string User = "[Actor] public sealed partial class X { [Handles] int Get(Limit limit = (Limit)1) => 1; }";
        MetadataReference low = Library("public enum Limit { None, Low }");
        MetadataReference high = Library("public enum Limit { None, High }");
        GeneratedProgram first = TestProject.Of(User).WithReferences(low).Generate();

        GeneratorRunResult second = Run(first, first.Input.ReplaceReference(low, high));

        AssertAsFromScratch(TestProject.Of(User).WithReferences(high), second);
        Assert.NotEqual(first.Files, FilesOf(second));

        static MetadataReference Library(string source) => TestProject.Of(source).WithName("Library").Generate().ToPortableExecutable();
    }

    private static GeneratorRunResult Run(GeneratedProgram first, CSharpCompilation edited)
        => first.Driver.RunGenerators(edited, TestContext.Current.CancellationToken).GetRunResult().Results.Single();

    private static string Replace(string source, string before, string after)
    {
        Assert.Contains(before, source, StringComparison.Ordinal);
        return source.Replace(before, after, StringComparison.Ordinal);
    }

    private static void AssertAsFromScratch(TestProject edited, GeneratorRunResult run)
        => Assert.Equal(edited.Generate().Files, FilesOf(run));

    private static ImmutableSortedDictionary<string, string> FilesOf(GeneratorRunResult run)
        => run.GeneratedSources.ToImmutableSortedDictionary(file => file.HintName, file => file.SourceText.ToString(), StringComparer.Ordinal);
}
