namespace Clashing
{
    public sealed record Task(int Number);

    public sealed record String(string Value);

    public sealed record ValueTask;

    [Actor] public sealed partial class Action { private int _n; [Handles] int On(Task message) => _n += message.Number; }

    [Actor] public sealed partial class Func<T> { private T? _t; [Handles] T? On(T message) => _t = message; }

    [Actor] public sealed partial class Console { private int _n; [Handles] int Write(String text) => _n += text.Value.Length; [Handles] void On(ValueTask message) => _n = 0; }

    [Actor] public sealed partial class CancellationToken { private int _n; [Handles] int Cancel2(System.Threading.CancellationToken token) => token.IsCancellationRequested ? 1 : _n++; }

    [Actor] public sealed partial class Exception { private int _n; [Handles] int Throw(int n) => _n += n; }

    [Actor] public sealed partial class Object { private int _n; [Handles] int Get(string value) => _n += value.Length; }
}

namespace System.Extra
{
    [Actor] public sealed partial class Timer { private int _n; [Handles] int Tick(int n) => _n += n; }
}

namespace Coerce.Extra
{
    [Actor] public sealed partial class ActorSystem { private int _n; [Handles] int Grow(int n) => _n += n; }

    [Actor] public sealed partial class Dispatch { private int _n; [Handles] int Send(int n) => _n += n; }
}

namespace Clashing.Use
{
    public static class Run
    {
        public static async System.Threading.Tasks.Task<int> AllAsync(ActionRef action, FuncRef<int> func, ConsoleRef console, CancellationTokenRef token, ExceptionRef exception, ObjectRef one)
            => await action.AskAsync(new Task(1)) + await func.AskAsync(2) + await console.WriteAsync(new String("x"))
                + await token.Cancel2Async() + await exception.ThrowAsync(1) + await one.GetAsync("x");
    }
}
