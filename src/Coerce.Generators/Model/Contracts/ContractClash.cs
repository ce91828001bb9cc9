using Coerce.CodeAnalysis;
using Coerce.CodeAnalysis.Contracts;

namespace Coerce.Generators.Model;

/// <summary>A name on the wire that several declarations ask for: the build ends there, with an error of the analyzers.</summary>
/// <param name="Name">The name within the package.</param>
/// <param name="Types">The types and actors in C#, in ordinal order.</param>
internal sealed record ContractClash(string Name, EquatableArray<string> Types)
{
    internal static EquatableArray<ContractClash> In(
        IEnumerable<ContractModel> contracts, IEnumerable<ContractEnumModel> enums, IEnumerable<ContractServiceModel> services)
        => contracts
            .Where(contract => contract.Form != ContractForm.Converted)
            .Select(contract => (Name: ContractNames.Legal(contract.Message), Type: contract.Actor ?? contract.Type.Text, Id: contract.HintName + contract.Actor))
            .Concat(enums.Select(one => (Name: ContractNames.Legal(one.Message), one.Type, Id: one.Type)))
            .Concat(services.Where(service => service.Methods.Count > 0).Select(service => (Name: service.Name, Type: service.Actor, Id: service.Actor)))
            .GroupBy(one => one.Name, StringComparer.Ordinal)
            .Where(group => group.Select(one => one.Id).Distinct(StringComparer.Ordinal).Skip(1).Any())
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ContractClash(
                group.Key, group.Select(one => one.Type).Distinct(StringComparer.Ordinal).OrderBy(type => type, StringComparer.Ordinal).ToEquatableArray()))
            .ToEquatableArray();
}
