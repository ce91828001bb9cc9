using Coerce.CodeAnalysis;

namespace Coerce.Generators.Model;

/// <summary>The actors of the assembly that the system can name.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="Actors">Their full names, in ordinal order.</param>
/// <param name="Entities">Those of them that are entities.</param>
/// <param name="Contracts">The types that can leave the process, each with its contract.</param>
/// <param name="HasActors">Whether there are any, named or not.</param>
internal sealed record ModuleModel(AssemblyModel Assembly, EquatableArray<string> Actors, EquatableArray<string> Entities, EquatableArray<string> Contracts, bool HasActors)
{
    /// <summary>A library without actors needs no module; a program registers those of its libraries.</summary>
    internal bool IsNeeded => HasActors || Contracts.Count > 0 || (Assembly.IsProgram && Assembly.ReferencedModules.Count > 0);

    internal static ModuleModel From(AssemblyModel assembly, IReadOnlyCollection<ActorIdentity> actors, EquatableArray<string> contracts)
        => new(
            assembly,
            Names(actors.Where(actor => actor.IsInModule)),
            Names(actors.Where(actor => actor is { IsInModule: true, IsEntity: true })),
            contracts,
            actors.Count > 0);

    private static EquatableArray<string> Names(IEnumerable<ActorIdentity> actors)
        => actors.Select(actor => actor.FullName).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray();
}

/// <summary>What a module has to know of its assembly.</summary>
/// <param name="AssemblyName">The assembly's name.</param>
/// <param name="ModuleName">The same as an identifier.</param>
/// <param name="IsProgram">Whether it is an executable.</param>
/// <param name="ReferencedModules">The full names of the modules of referenced assemblies, in ordinal order.</param>
internal sealed record AssemblyModel(
    string AssemblyName,
    string ModuleName,
    bool IsProgram,
    EquatableArray<string> ReferencedModules);
