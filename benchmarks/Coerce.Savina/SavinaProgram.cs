namespace Coerce.Savina;

/// <summary>A program of the suite at some size.</summary>
public abstract record SavinaProgram
{
    /// <summary>What it is called on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>Its size in words.</summary>
    public abstract string Size { get; }

    /// <summary>The same actors with so many times the work.</summary>
    public abstract SavinaProgram Times(double scale);

    /// <summary>Runs it in a system and checks what must hold at its end.</summary>
    /// <exception cref="InvariantException">Something does not hold.</exception>
    public abstract Task<Outcome> RunAsync(ActorSystem system, CancellationToken cancellationToken = default);

    private protected static int Scaled(int work, double scale) => Math.Max(1, (int)Math.Round(work * scale));
}
