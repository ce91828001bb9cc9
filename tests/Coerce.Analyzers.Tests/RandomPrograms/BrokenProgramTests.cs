using System.Collections.Immutable;
using Coerce.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Tests.RandomPrograms;

/// <summary>500 random actors with a fault each: that one is reported, and nothing else.</summary>
public sealed class BrokenProgramTests
{
    private const int BatchSize = 25;

    [Theory]
    [MemberData(nameof(Batch.Seeds), MemberType = typeof(Batch))]
    public async Task Actor_BrokenInOneWay_GivesOneDiagnostic(int seed)
    {
        var random = new Random(seed);
        (RandomActor Actor, Breakage Breakage)[] broken = [.. Batch.Draw(seed).Take(BatchSize).Select(actor => Break(actor, random))];
        string[] files = [.. broken.Select(pair => ProgramWriter.Write(pair.Actor))];

        ImmutableArray<Diagnostic> reported = await TestSolution.Project([Batch.Support([]), .. files]).DiagnosticsAsync();

        ILookup<int, string> ids = reported.Where(diagnostic => !diagnostic.IsSuppressed).ToLookup(Batch.NumberOf, diagnostic => diagnostic.Id);
        Assert.Empty(ids[0]);
        Assert.All(broken, pair =>
        {
            string[] found = [.. ids[Array.IndexOf(broken, pair) + 1]];
            if (!found.SequenceEqual([pair.Breakage.Id]))
                Assert.Fail($"Seed {seed}, {pair.Breakage.Name}: {string.Join(", ", found)} instead of {pair.Breakage.Id}\n\n{ProgramWriter.Write(pair.Actor)}");
        });
    }

    [Fact]
    public void Breakages_All_AreDrawn() => Assert.Equal(
        Breakage.All.Select(breakage => breakage.Name).Order(StringComparer.Ordinal),
        Enumerable.Range(1, Batch.Count).SelectMany(seed => (Random: new Random(seed), Actors: Batch.Draw(seed)) is var drawn
            ? drawn.Actors.Take(BatchSize).Select(actor => Break(actor, drawn.Random).Breakage.Name) : []).Distinct().Order(StringComparer.Ordinal));

    private static (RandomActor Actor, Breakage Breakage) Break(RandomActor actor, Random random)
    {
        while (true)
        {
            Breakage breakage = Breakage.All[random.Next(Breakage.All.Length)];
            if (breakage.Break(actor, random) is { } broken) return (broken, breakage);
        }
    }
}
