using System.Diagnostics.CodeAnalysis;

namespace Required;

public sealed record Settings
{
    public required string Name { get; init; }

    public required TimeSpan Interval { get; init; }

    public int Times { get; init; } = 3;
}

public abstract class Configured
{
    public required string Name { get; init; }
}

[Actor]
public sealed partial class Job : Configured
{
    private readonly Settings _settings;

    [SetsRequiredMembers]
    public Job(Settings settings)
    {
        _settings = settings;
        Name = settings.Name;
    }

    private Job(string name) => _settings = new Settings { Name = name, Interval = TimeSpan.Zero };

    [Handles] string Describe() => $"{Name} {_settings.Interval} {_settings.Times}";

    [Handles] Settings Change(Settings settings) => settings with { Name = new Job("x") { Name = "y" }._settings.Name };
}

public static class Use
{
    public static async Task<string> RunAsync(ActorSystem system)
        => await system.Spawn(Job.Props(new Settings { Name = "a", Interval = TimeSpan.FromSeconds(1) })).DescribeAsync();
}
