using Coerce.CodeAnalysis;

namespace Coerce.Generators.Model;

/// <summary>What one actor, or one type with <c>[Contract]</c>, adds to the contracts of the assembly.</summary>
/// <param name="Contracts">The messages.</param>
/// <param name="Enums">The enums in them.</param>
/// <param name="Service">What the actor handles; null for a type.</param>
/// <param name="Scalars">The numbers and texts that are sent by themselves: their types and contracts.</param>
/// <param name="Refs">The refs that are sent by themselves.</param>
/// <param name="Imports">The files with the messages of others that the service names.</param>
internal sealed record ContractSetModel(
    EquatableArray<ContractModel> Contracts,
    EquatableArray<ContractEnumModel> Enums,
    ContractServiceModel? Service,
    EquatableArray<string> Scalars,
    EquatableArray<WireModel> Refs,
    EquatableArray<string> Imports)
{
    /// <summary>All that is sent by itself: types and contracts. Of a name that means no ref the compiler has told the user.</summary>
    internal IEnumerable<string> Values(GeneratedTypes types) => Scalars.Concat(Refs
        .Select(wire => wire.Resolve(types))
        .Where(wire => wire.Type.IsNameable)
        .Select(wire => $"{wire.Type.Text}, global::Coerce.Dispatch.{wire.Form}Contract<{wire.Type.Text}>"));
}

/// <summary>An enum on the wire.</summary>
/// <param name="Message">Its name within the package.</param>
/// <param name="Type">The type in C#.</param>
/// <param name="Values">Its values.</param>
internal sealed record ContractEnumModel(string Message, string Type, EquatableArray<ContractEnumValue> Values);

/// <summary>A value of an enum.</summary>
/// <param name="Name">The name in C#.</param>
/// <param name="Number">Its number.</param>
internal sealed record ContractEnumValue(string Name, int Number);

/// <summary>What an actor handles, as peers see it.</summary>
/// <param name="Name">The name of the service.</param>
/// <param name="Actor">The actor in C#.</param>
/// <param name="Methods">Its methods.</param>
internal sealed record ContractServiceModel(string Name, string Actor, EquatableArray<ContractMethodModel> Methods);

/// <summary>A message that an actor handles.</summary>
/// <param name="Name">The name of the method.</param>
/// <param name="Input">The message, within the package or, with a dot in front, by its full name.</param>
/// <param name="Output">The reply, likewise.</param>
/// <param name="IsStream">Whether there are many replies.</param>
internal sealed record ContractMethodModel(string Name, string Input, string Output, bool IsStream);
