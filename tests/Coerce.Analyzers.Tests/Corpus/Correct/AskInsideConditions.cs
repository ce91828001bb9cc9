namespace Conditions;

public sealed record Check(string What);

[Actor]
public sealed partial class Checker
{
    private readonly HashSet<string> _good = ["a"];

    [Handles] bool On(Check message) => _good.Contains(message.What);

    [Handles] string? Explain(string what) => _good.Contains(what) ? null : $"{what} is bad";

    [Handles] int Count() => _good.Count;
}

public static class Use
{
    public static async Task<string> RunAsync(CheckerRef checker, string what)
    {
        if (what.Length > 0 && await checker.AskAsync(new Check(what)) || !await checker.AskAsync(new Check("b"))) what += "c";
        while (await checker.CountAsync() < 0) what += "x";
        string text = await checker.AskAsync(new Check("a")) ? await checker.ExplainAsync(what) ?? "good" : "unknown";
        using ActorTimer timer = checker.Schedule(new Check("later"), TimeSpan.FromMinutes(1));
        return await checker.CountAsync() switch
        {
            0 => text,
            1 when await checker.AskAsync(new Check(text)) => $"{await checker.CountAsync()}",
            var count => new string('x', count),
        };
    }
}
