namespace Coerce.Analyzers.Memory;

/// <summary>That all is well.</summary>
internal sealed class Nothing
{
    private Nothing()
    {
    }

    public static Nothing Instance { get; } = new();
}
