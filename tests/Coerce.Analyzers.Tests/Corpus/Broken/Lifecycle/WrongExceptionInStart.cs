// Only [OnRestart] has a failure to tell of, and it is the Exception itself.
namespace Pumps;

[Actor(OnFailure = FailureAction.Restart)]
public sealed partial class Compressor
{
    private string _last = "";

    [OnStart] void Started(Exception {|COERCE0009:failure|}) => _last = failure.Message;

    [OnRestart] void Failed(InvalidOperationException {|COERCE0009:failure|}) => _last = failure.Message;

    [Handles] string GetLast() => _last;
}
