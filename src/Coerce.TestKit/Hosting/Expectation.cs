namespace Coerce.TestKit;

/// <summary>Something that a test waits for.</summary>
internal abstract class Expectation
{
    /// <summary>It will not come.</summary>
    public abstract void Fail();
}

/// <summary>Something that a test waits for.</summary>
/// <param name="failure">What to say when it does not come: what was expected, and what there is instead.</param>
/// <param name="options">How whoever waits goes on.</param>
internal sealed class Expectation<T>(Func<string> failure, TaskCreationOptions options) : Expectation
{
    private readonly TaskCompletionSource<T> _signal = new(options);

    public Task<T> Task => _signal.Task;

    /// <summary>False when nobody waits any more.</summary>
    public bool TryMeet(T value) => _signal.TrySetResult(value);

    public override void Fail() => _signal.TrySetException(new ExpectationFailedException(failure()));
}
