namespace Pumps;

[Actor(OnFailure = FailureAction.Restart)]
public sealed partial class Boiler
{
    private int _heated;

    [OnStart] static void {|COERCE0009:Started|}() => Console.WriteLine("started");

    [OnRestart] static Task {|COERCE0009:Failed|}(Exception failure) => Console.Out.WriteLineAsync(failure.Message);

    [Handles] int Heat() => ++_heated;
}
