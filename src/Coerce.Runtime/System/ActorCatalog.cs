using System.Collections;
using System.ComponentModel;
using Coerce.Dispatch;

namespace Coerce;

/// <summary>The actors that a system knows by their wire names.</summary>
/// <remarks>Filled from <see cref="ActorSystemOptions.Modules"/> when the system is made; reading it is thread-safe.</remarks>
public sealed class ActorCatalog : IReadOnlyCollection<ActorDescriptor>
{
    private readonly Dictionary<string, ActorDescriptor> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityKind> _entities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Contract> _contractNames = new(StringComparer.Ordinal);
    private readonly HashSet<Type> _contractTypes = [];
    private readonly List<Contract> _contracts = [];
    private readonly HashSet<ActorModule> _modules = [];

    /// <inheritdoc/>
    public int Count => _actors.Count;

    /// <summary>Adds the actors of a module. A module that is there already adds nothing.</summary>
    /// <param name="module">The module.</param>
    /// <exception cref="InvalidOperationException">Two actors have the same wire name.</exception>
    public void Add(ActorModule module)
    {
        ArgumentNullException.ThrowIfNull(module);
        if (_modules.Add(module)) module.Register(this);
    }

    /// <summary>Adds an actor.</summary>
    /// <param name="actor">The actor.</param>
    /// <exception cref="InvalidOperationException">Another actor has the same wire name.</exception>
    public void Add(ActorDescriptor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (_actors.TryAdd(actor.Name, actor) || _actors[actor.Name].ActorType == actor.ActorType) return;

        throw new InvalidOperationException(
            $"The actors {_actors[actor.Name].ActorType} and {actor.ActorType} both have the wire name '{actor.Name}': give one of them another, [Actor(\"...\")].");
    }

    /// <summary>Adds a kind of entities. For generated code.</summary>
    /// <param name="kind">The kind.</param>
    /// <exception cref="InvalidOperationException">Another actor has the same wire name.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Add(EntityKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        Add(kind.Descriptor);
        _entities.TryAdd(kind.Descriptor.Name, kind);
    }

    /// <summary>Adds a contract. For generated code.</summary>
    /// <param name="contract">The contract.</param>
    /// <exception cref="InvalidOperationException">Another type has a contract of the same name.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Add(Contract contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        bool isNew = contract.IsNamed && _contractNames.TryAdd(contract.Name, contract);
        if (contract.IsNamed && !isNew && _contractNames[contract.Name].Type != contract.Type)
        {
            throw new InvalidOperationException(
                $"{_contractNames[contract.Name].Type} and {contract.Type} both have the contract '{contract.Name}': give one of them another, [Contract(\"...\")].");
        }

        if (_contractTypes.Add(contract.Type) || isNew) _contracts.Add(contract);
    }

    /// <summary>What was added so far. A form of a generic type that several assemblies made has a name in each: the first is the one that is written.</summary>
    internal IEnumerable<Contract> Contracts => _contracts;

    /// <summary>The kind of entities with a wire name, or null.</summary>
    internal EntityKind? FindEntities(string name) => _entities.GetValueOrDefault(name);

    /// <summary>The actor with a wire name, or null.</summary>
    /// <param name="name">The wire name.</param>
    public ActorDescriptor? Find(string name) => _actors.GetValueOrDefault(name);

    /// <inheritdoc/>
    public IEnumerator<ActorDescriptor> GetEnumerator() => _actors.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
