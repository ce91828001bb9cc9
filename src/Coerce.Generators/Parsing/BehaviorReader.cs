using Coerce.CodeAnalysis;
using Coerce.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Generators.Parsing;

/// <summary>Reads the behaviours of an actor.</summary>
/// <param name="shape">The actor.</param>
/// <param name="compilation">The program.</param>
/// <param name="types">Reads types.</param>
/// <param name="readHandler">Reads a handler.</param>
/// <param name="readParameters">Reads parameters.</param>
internal sealed class BehaviorReader(
    ActorShape shape,
    Compilation compilation,
    TypeReader types,
    Func<HandlerSignature, HandlerModel> readHandler,
    Func<IEnumerable<SignatureParameter>, EquatableArray<ParameterModel>> readParameters)
{
    /// <summary>Null for an actor without any.</summary>
    internal BehaviorsModel? Read()
    {
        if (shape.Behaviors.IsEmpty) return null;

        return new BehaviorsModel(
            Identifiers.Unique("_behavior", [.. NamesInActor()]),
            SourceOrder.Of(shape.Behaviors, behavior => behavior.Type).Select(Read).ToEquatableArray(),
            default);
    }

    private BehaviorModel Read(BehaviorShape behavior) => new(
        Identifiers.Escape(behavior.Type.Name),
        SymbolText.FullName(behavior.Type),
        behavior.IsSound,
        behavior.IsInitial,
        SourceOrder.Of(behavior.Handlers, handler => handler.Method).Select(readHandler).ToEquatableArray(),
        StashedMessage.Of(behavior.Type, compilation).SelectMany(ReadStashed).ToEquatableArray(),
        behavior.IsInitial && behavior.ConstructorFault(shape.Actor) is null ? readParameters(behavior.Constructor.Parameters) : null);

    // The text of the handlers' message counts: in an attribute it may be written in another way.
    private IEnumerable<TypeText> ReadStashed(StashedMessage stashed)
    {
        TypeText[] known =
        [
            .. shape.Behaviors.SelectMany(behavior => behavior.Handlers)
                .Where(handler => stashed.IsOf(handler, shape.Actor) || stashed.IsWrittenAs(handler, shape.Actor))
                .Select(handler => readHandler(handler).Message)
                .Distinct(),
        ];
        return known.Length > 0 ? known : [types.Read(stashed.Type, stashed.Syntax.Type)];
    }

    // The field is called from inside of the actor, where the parameters of its constructor are names too.
    private IEnumerable<string> NamesInActor()
    {
        for (INamedTypeSymbol? type = shape.Actor; type is not null; type = type.BaseType)
        {
            foreach (ISymbol member in type.GetMembers())
            {
                yield return member.Name;
            }
        }

        foreach (IParameterSymbol parameter in shape.Actor.InstanceConstructors.SelectMany(constructor => constructor.Parameters))
        {
            yield return parameter.Name;
        }
    }
}
