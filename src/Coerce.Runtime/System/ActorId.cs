namespace Coerce;

/// <summary>What an id may look like: it becomes a part of a path.</summary>
internal static class ActorId
{
    private const int MaxLength = 256;

    public static void Check(string id)
    {
        string? problem =
            string.IsNullOrWhiteSpace(id) ? "is empty; pass null for an anonymous actor"
            : id.Length > MaxLength ? $"has {id.Length} characters, of {MaxLength} at most"
            : id[0] == '$' ? "starts with '$', which marks anonymous actors"
            : id.Contains('/') ? "has a '/' in it, which parts the ids of a path"
            : null;

        if (problem is not null) throw new ArgumentException($"The actor id '{id}' {problem}.", nameof(id));
    }
}
