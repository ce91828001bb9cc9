namespace Coerce.TestKit;

/// <summary>A probe or a host did not see what the test expects.</summary>
public sealed class ExpectationFailedException : Exception
{
    internal ExpectationFailedException(string message)
        : base(message)
    {
    }
}
