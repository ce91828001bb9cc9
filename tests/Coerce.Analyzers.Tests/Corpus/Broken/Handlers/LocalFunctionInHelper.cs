// No actor anywhere near: the attribute on a local function is wrong all the same.
namespace Odd;

public static class Startup
{
    public static int Configure(IReadOnlyList<string> arguments)
    {
        Begin();
        return arguments.Count;

        [OnStart] void {|COERCE0003:Begin|}() => Console.WriteLine(arguments.Count);
    }
}

[Actor]
public sealed partial class Started
{
    [Handles] int Begin(int times) => times + Startup.Configure([]);
}
