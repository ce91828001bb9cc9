using Coerce.Savina;

namespace Coerce.Samples.Tests.Savina;

/// <summary>The programs of the suite on the thread pool, as they are meant to run.</summary>
public sealed class SavinaTests
{
    /// <summary>More than any of them needs on a busy machine.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static TheoryData<string> Names() => [.. Suite.Programs.Select(program => program.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Program_SmallSize_InvariantsHold(string name)
    {
        for (int round = 0; round < 20; round++) await RunAsync(name, scale: 0.001);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public Task Program_MediumSize_InvariantsHold(string name) => RunAsync(name, scale: 0.1);

    [Fact]
    public void Programs_Names_AreUnique() => Assert.Distinct(Suite.Programs.Select(program => program.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Program_Times_ScalesTheWork(string name)
    {
        SavinaProgram program = Program(name);

        Assert.Equal(program, program.Times(1));
        Assert.NotEqual(program.Size, program.Times(2).Size);
        Assert.Equal(program.Times(1e-9), program.Times(1e-9).Times(0.1));
    }

    internal static SavinaProgram Program(string name) => Suite.Programs.Single(program => program.Name == name);

    private static async Task RunAsync(string name, double scale)
    {
        SavinaProgram program = Program(name).Times(scale);

        Performance performance = await Stage.RunAsync(program, Patience);

        Assert.Equal(program, performance.Program);
        Assert.InRange(performance.Outcome.Messages, 1, long.MaxValue);
        Assert.InRange(performance.MessagesPerSecond, double.Epsilon, double.MaxValue);
    }
}
