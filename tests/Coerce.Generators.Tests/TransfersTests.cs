using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Coerce.Generators.Tests;

/// <summary>What a handler takes over, its ref says too, so that senders in other assemblies are checked.</summary>
public sealed class TransfersTests
{
    private static readonly GeneratedProgram Program = TestProject.Of("""
        public sealed record Batch(string Name);

        [Actor]
        public sealed partial class Store
        {
            [Handles] void On([Transfers] Batch m) { }
            [Handles] void On(string m) { }
            [Handles] int Put(int id, [Transfers] List<string> words, List<int> kept) => words.Count;
            [Handles] IAsyncEnumerable<int> On([Transfers] List<int> m) => null!;
            [Handles] bool Find([Transfers] List<string> names, RequestScope scope) => true;
        }
        """).Generate();

    [Fact]
    public void MethodStyle_MessageAndMethodsOfTheRef_CarryTheAttribute()
    {
        Assert.Empty(Program.Diagnostics);
        string[] expected =
        [
            "Put.Put(int Id, [Transfers] System.Collections.Generic.List<string> Words, System.Collections.Generic.List<int> Kept)",
            "Find.Find([Transfers] System.Collections.Generic.List<string> Names)",
            "StoreRef.PutAsync(int id, [Transfers] System.Collections.Generic.List<string> words, System.Collections.Generic.List<int> kept, System.Threading.CancellationToken cancellationToken)",
            "StoreRef.FindAsync([Transfers] System.Collections.Generic.List<string> names, System.Threading.CancellationToken cancellationToken)",
            "StoreRef.FindAsync([Transfers] System.Collections.Generic.List<string> names, Coerce.RequestScope scope, System.Threading.CancellationToken cancellationToken)",
        ];

        string[] actual =
        [
            .. Type("Store").GetTypeMembers("Messages")[0].GetTypeMembers().SelectMany(message => message.InstanceConstructors.Where(constructor => !constructor.IsImplicitlyDeclared)).Select(Show),
            .. Type("StoreRef").GetMembers().OfType<IMethodSymbol>().Where(method => method.Name is "PutAsync" or "FindAsync" && !method.IsGenericMethod && method.Parameters.All(parameter => !parameter.IsParams)).Select(Show),
        ];

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void MessageStyle_EveryVerbOfThatMessage_CarriesTheAttribute()
    {
        IMethodSymbol[] verbs =
        [
            .. Type("StoreRef").GetMembers().OfType<IMethodSymbol>()
                .Where(method => method is { MethodKind: MethodKind.Ordinary, IsGenericMethod: false, Parameters: [{ Name: "message" }, ..] }),
        ];

        Assert.Equal(
            ["Batch.AskAsync", "Batch.AskAsync", "Batch.Schedule", "Batch.Tell", "Batch.TellAsync", "Batch.TryTell", "List.StreamAsync"],
            verbs.Where(verb => IsTransferred(verb.Parameters[0])).Select(verb => $"{verb.Parameters[0].Type.Name}.{verb.Name}").Order(StringComparer.Ordinal));
        Assert.Contains(verbs, verb => verb.Parameters[0].Type.Name == "String");
    }

    private static INamedTypeSymbol Type(string name) => Program.Compilation.GetTypeByMetadataName(name)!;

    private static string Show(IMethodSymbol method)
    {
        string name = method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name;
        return $"{method.ContainingType.Name}.{name}({string.Join(", ", method.Parameters.Select(Show))})";
    }

    private static string Show(IParameterSymbol parameter) => $"{(IsTransferred(parameter) ? "[Transfers] " : "")}{parameter.Type} {parameter.Name}";

    private static bool IsTransferred(IParameterSymbol parameter)
        => parameter.GetAttributes().Any(attribute => attribute.AttributeClass!.Name == "TransfersAttribute");
}
