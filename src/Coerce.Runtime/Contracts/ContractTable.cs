using System.Collections;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Coerce.Dispatch;

namespace Coerce;

/// <summary>The contracts of a system: those of the assemblies in <see cref="ActorSystemOptions.Modules"/>.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class ContractTable : IReadOnlyCollection<Contract>
{
    private readonly FrozenDictionary<string, Contract> _byName;
    private readonly FrozenDictionary<Type, Contract> _byType;

    internal ContractTable(IEnumerable<Contract> contracts, ActorSystem system, ContractLimits limits)
    {
        var scope = new ContractScope(system, limits);
        Contract[] bound = [.. contracts.Select(contract => contract.For(system, scope))];
        _byName = bound.Where(static contract => contract.IsNamed).ToFrozenDictionary(static contract => contract.Name, StringComparer.Ordinal);
        _byType = bound.DistinctBy(static contract => contract.Type).ToFrozenDictionary(static contract => contract.Type);
    }

    /// <inheritdoc/>
    public int Count => _byType.Count;

    /// <summary>The contract of a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <exception cref="InvalidOperationException">It has none here.</exception>
    public Contract<T> Of<T>()
        where T : notnull
        => _byType.TryGetValue(typeof(T), out Contract? contract)
            ? (Contract<T>)contract
            : throw new InvalidOperationException(
                $"{typeof(T)} has no contract here. Add the module of its assembly to ActorSystemOptions.Modules; if no named actor and no entity there handles it or replies it, put [Contract] on it.");

    /// <summary>The contract of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="contract">The contract.</param>
    /// <returns>False when it has none here.</returns>
    public bool TryFind(Type type, [NotNullWhen(true)] out Contract? contract) => _byType.TryGetValue(type, out contract);

    /// <summary>The contract with a name.</summary>
    /// <param name="name">The full name of the message, such as <c>bank.Deposit</c>.</param>
    /// <param name="contract">The contract.</param>
    /// <returns>False when there is none of that name here.</returns>
    public bool TryFind(string name, [NotNullWhen(true)] out Contract? contract) => _byName.TryGetValue(name, out contract);

    /// <summary>A message for people, in logs and tools: its JSON, with what is <see cref="SensitiveAttribute"/> masked; where it has no contract, the
    /// name of its type alone.</summary>
    /// <param name="message">The message.</param>
    public string Show(object message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return ContractOf(message.GetType()) is { } contract ? $"{contract.Name} {contract.ToJson(message)}" : message.GetType().Name;
    }

    // A case is shown as itself, also where it is known as a part of its hierarchy alone.
    private Contract? ContractOf(Type type)
    {
        for (Type? known = type; known is not null; known = known.BaseType)
        {
            if (_byType.TryGetValue(known, out Contract? contract)) return contract;
        }

        return null;
    }

    /// <inheritdoc/>
    public IEnumerator<Contract> GetEnumerator() => ((IEnumerable<Contract>)_byType.Values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
