using Coerce.Generators.Model;

namespace Coerce.Generators.Parsing;

/// <summary>What is read of a class with <c>[Actor]</c>: the actor, and what of it can leave the process.</summary>
/// <remarks>Two models: a change of a message is none of the actor that handles it.</remarks>
internal sealed record ActorReading(ActorModel Actor, ContractSetModel? Contracts);
