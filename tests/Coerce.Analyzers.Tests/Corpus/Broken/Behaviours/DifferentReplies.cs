namespace Orders;

public sealed record Ask(string Question);

[Actor]
public sealed partial class Expert
{
    [Behavior(Initial = true)]
    private sealed partial class Awake(Expert expert)
    {
        [Handles] string On(Ask message) => message.Question;

        [Handles] void Sleep(int hours) => expert.Become(new Asleep(hours));
    }

    [Behavior]
    private sealed partial class Asleep(int hours)
    {
        [Handles] int {|COERCE0116:On|}(Ask message) => message.Question.Length;

        [Handles] void {|COERCE0116:Sleep|}(int hours, bool deeply) => Console.WriteLine(deeply ? hours : 0);

        private int Left => hours;
    }
}

public static class Use
{
    public static async Task<string> RunAsync(ExpertRef expert)
    {
        string answer = await expert.AskAsync(new Ask("why?"));
        return answer;
    }
}
