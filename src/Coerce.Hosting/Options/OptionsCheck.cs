using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Coerce.Hosting;

/// <summary>Checks the options when the host starts. Each message says what to write.</summary>
internal sealed class OptionsCheck(IOptions<HostOptions> host) : IValidateOptions<CoerceOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);

    public ValidateOptionsResult Validate(string? name, CoerceOptions options)
    {
        List<string> problems = [.. options.Problems];
        ActorSystemOptions system = options.System;
        if (string.IsNullOrWhiteSpace(options.Name)) problems.Add($"{Path("Name")} is empty: give the actor system a name, such as \"shop\".");
        CheckTime(Path(nameof(system.AskTimeout)), system.AskTimeout, "00:00:30");
        CheckTime(Path(nameof(system.ShutdownTimeout)), system.ShutdownTimeout, "00:00:10");
        CheckTime(Path("Health:ProbeTimeout"), options.Health.ProbeTimeout, "00:00:01");
        if (!Enum.IsDefined(system.OnTopFailure))
            problems.Add($"{Path(nameof(system.OnTopFailure))} is {system.OnTopFailure}: write {string.Join(" or ", Enum.GetNames<TopFailurePolicy>())}.");
        if (options.Health.QueueLength < 0)
            problems.Add($"{Path("Health:QueueLength")} is {options.Health.QueueLength}: write a number of messages from 0 on, or null for no limit.");

        if (system.ShutdownTimeout > host.Value.ShutdownTimeout)
        {
            problems.Add(
                $"{Path(nameof(system.ShutdownTimeout))} is {system.ShutdownTimeout}, and the host gives all that it runs {host.Value.ShutdownTimeout} to stop: " +
                "write less, or raise the host's, builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ...).");
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);

        void CheckTime(string path, TimeSpan time, string example)
        {
            if (time <= TimeSpan.Zero || time > Longest)
                problems.Add($"{path} is {time}: write a time that is positive and at most 24 days, such as \"{example}\".");
        }
    }

    private static string Path(string key) => $"{CoerceOptions.Section}:{key}";
}
