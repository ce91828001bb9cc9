namespace Coerce;

/// <summary>How much <see cref="ActorSystem.Describe"/> tells.</summary>
public sealed record DescribeOptions
{
    private readonly int _maxActors = 10_000;
    private readonly int _maxDepth = 64;

    /// <summary>How many actors at most; those nearest to the top come first. 10,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MaxActors
    {
        get => _maxActors;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maxActors = value;
        }
    }

    /// <summary>How many generations at most: 1 for the actors at the top alone. 64.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MaxDepth
    {
        get => _maxDepth;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maxDepth = value;
        }
    }
}
