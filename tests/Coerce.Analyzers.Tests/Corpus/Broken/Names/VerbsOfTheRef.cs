namespace Trees;

[Actor]
public sealed partial class Saw
{
    private int _cuts;

    [Handles] void {|COERCE0008:Stop|}() => _cuts = 0;

    [Handles] int {|COERCE0008:Ask|}(string question) => question.Length + _cuts;

    [Handles] void {|COERCE0008:TellAsync|}(string what) => _cuts += what.Length;

    [Handles] int Cut() => ++_cuts;
}

public static class Use
{
    public static async Task<int> RunAsync(SawRef saw)
    {
        int cuts = await saw.CutAsync();
        await saw.StopAsync();
        return cuts;
    }
}
