using Coerce.CodeAnalysis;
using Coerce.CodeAnalysis.Contracts;

namespace Coerce.Generators.Model;

/// <summary>The messages of an assembly with the numbers that stand in its schema.</summary>
/// <param name="Contracts">The messages.</param>
/// <param name="Stated">What the assembly says of them.</param>
internal sealed record NumberedContracts(EquatableArray<NumberedContract> Contracts, StatedSchema Stated)
{
    /// <param name="contracts">What the code asks for.</param>
    /// <param name="locked">What the file has promised; null where there is none.</param>
    /// <param name="package">The package that the project asks for.</param>
    internal static NumberedContracts From(ContractsModel contracts, Schema? locked, string package)
    {
        Schema schema = Numbering.Assign(locked, contracts.ToWanted(package));
        Dictionary<string, SchemaMessage> messages = schema.Messages.ToDictionary(message => message.Name, StringComparer.Ordinal);
        var text = new SchemaText(package);
        return new NumberedContracts(
            contracts.Contracts.Select(contract => Number(contract, messages, text)).ToEquatableArray(), new StatedSchema(schema, contracts.Clashes));
    }

    private static NumberedContract Number(ContractModel contract, Dictionary<string, SchemaMessage> messages, SchemaText text)
    {
        if (contract.Form == ContractForm.Converted)
        {
            string data = contract.Data!.Message;
            return new NumberedContract(contract, contract.Data.Import.Length > 0 ? data : text.Full(ContractNames.Legal(data)), default);
        }

        // Of two messages of one name, which the analyzers refuse, the schema has the first: the other need only compile.
        string name = ContractNames.Legal(contract.Message);
        Dictionary<string, int> numbers = messages[name].Fields.ToDictionary(field => field.Name, field => field.Number, StringComparer.Ordinal);
        IEnumerable<string> fields = contract.Form == ContractForm.Union
            ? contract.Cases.Select(one => one.Field)
            : contract.Members.Select(member => member.Field);
        return new NumberedContract(contract, text.Full(name), fields.Select((field, index) => numbers.TryGetValue(field, out int number) ? number : index + 1).ToEquatableArray());
    }
}

/// <summary>What the assembly says of its messages.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Clashes">Names that are not told apart.</param>
internal sealed record StatedSchema(Schema Schema, EquatableArray<ContractClash> Clashes);
