using Coerce.CodeAnalysis;
using Coerce.CodeAnalysis.Contracts;

namespace Coerce.Generators.Model;

/// <summary>All contracts of the assembly, each once.</summary>
/// <param name="Contracts">In ordinal order of their generated files.</param>
/// <param name="Enums">In ordinal order.</param>
/// <param name="Services">In ordinal order.</param>
/// <param name="Scalars">In ordinal order.</param>
/// <param name="Imports">In ordinal order.</param>
/// <param name="Clashes">Names that several of them ask for.</param>
internal sealed record ContractsModel(
    EquatableArray<ContractModel> Contracts,
    EquatableArray<ContractEnumModel> Enums,
    EquatableArray<ContractServiceModel> Services,
    EquatableArray<string> Scalars,
    EquatableArray<string> Imports,
    EquatableArray<ContractClash> Clashes)
{
    /// <summary>The types with their contracts, as arguments of a generic type. What is made by a converter has no message of its own.</summary>
    internal EquatableArray<string> InModule => Contracts
        .Where(contract => contract.Form != ContractForm.Converted && !contract.IsBare)
        .Select(contract => $"{contract.Type.Text}, {contract.FullCodec}")
        .Concat(Scalars)
        .ToEquatableArray();

    internal static ContractsModel From(IEnumerable<ContractSetModel> sets, GeneratedTypes types)
    {
        ContractSetModel[] all = [.. sets];
        ContractModel[] resolved = [.. all.SelectMany(set => set.Contracts).Select(contract => contract.Resolve(types)).OfType<ContractModel>()];
        ContractModel[] contracts =
        [
            .. resolved
                .GroupBy(contract => contract.HintName, StringComparer.Ordinal)
                .Select(group => group.First())
                .OrderBy(contract => contract.HintName, StringComparer.Ordinal)
                .GroupBy(contract => contract.HintName, StringComparer.OrdinalIgnoreCase)
                .SelectMany(group => group.Select((contract, index) => index == 0 ? contract : contract with { Copy = index })),
        ];

        EquatableArray<ContractEnumModel> enums = Each(all.SelectMany(set => set.Enums), one => one.Type);
        EquatableArray<ContractServiceModel> services = Each(all.Select(set => set.Service).OfType<ContractServiceModel>(), service => service.Actor);
        return new ContractsModel(
            contracts.ToEquatableArray(),
            enums,
            services,
            Each(all.SelectMany(set => set.Values(types)), value => value),
            Each(all.SelectMany(set => set.Imports), import => import),
            ContractClash.In(resolved, enums, services));
    }

    internal bool IsEmpty => Contracts.Count == 0 && Enums.Count == 0 && Services.All(service => service.Methods.Count == 0);

    /// <summary>The schema that the code asks for, without numbers.</summary>
    internal Schema ToWanted(string package) => WantedSchema.Complete(new SchemaText(package).Of(this));

    private static EquatableArray<T> Each<T>(IEnumerable<T> items, Func<T, string> name)
        where T : IEquatable<T>
        => items.GroupBy(name, StringComparer.Ordinal).Select(group => group.First()).OrderBy(name, StringComparer.Ordinal).ToEquatableArray();
}
