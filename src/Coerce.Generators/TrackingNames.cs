namespace Coerce.Generators;

/// <summary>The names of the generator's steps, for tests of what is cached.</summary>
public static class TrackingNames
{
    /// <summary>Reads the actors, one by one.</summary>
    public const string Actors = nameof(Actors);

    /// <summary>Collects the names of all generated types.</summary>
    public const string GeneratedTypes = nameof(GeneratedTypes);

    /// <summary>Gives the names in the signatures of an actor their meaning.</summary>
    public const string ResolvedActors = nameof(ResolvedActors);

    /// <summary>Reads what a module has to know of its assembly.</summary>
    public const string Assembly = nameof(Assembly);

    /// <summary>Reads the types with <c>[Contract]</c>, one by one.</summary>
    public const string MarkedContracts = nameof(MarkedContracts);

    /// <summary>Lists what can leave the process.</summary>
    public const string Contracts = nameof(Contracts);

    /// <summary>Reads <c>contracts.proto</c>.</summary>
    public const string Schema = nameof(Schema);

    /// <summary>Gives the messages their numbers.</summary>
    public const string Numbering = nameof(Numbering);

    /// <summary>The schema that the code asks for.</summary>
    public const string WantedSchema = nameof(WantedSchema);

    /// <summary>The messages with their numbers, one by one.</summary>
    public const string NumberedContracts = nameof(NumberedContracts);

    /// <summary>Lists who waits for whom.</summary>
    public const string AskEdges = nameof(AskEdges);

    /// <summary>Lists the actors of the assembly.</summary>
    public const string Module = nameof(Module);
}
