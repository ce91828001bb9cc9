using System.Globalization;
using Coerce.CodeAnalysis;
using Coerce.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Coerce.Generators.Parsing;

/// <summary>Reads what makes an actor an entity.</summary>
internal static class EntityReader
{
    /// <summary>Null for an actor that is none and was not meant to be one.</summary>
    /// <param name="shape">The actor.</param>
    /// <param name="readType">Reads the type of a parameter.</param>
    internal static EntityModel? Read(ActorShape shape, Func<IParameterSymbol, TypeText> readType)
    {
        if (!shape.Entity.IsEntity) return null;

        // The generator runs before others: a key that they make means nothing here, and the analyzer takes the actor for sound.
        EntityKeyShape? keyShape = shape.Entity.KeyShape;
        if (keyShape is null && !shape.HasClassProblem) return null;

        TypeText? key = shape.Entity.Key is { } parameter ? readType(parameter) : null;
        bool isOwn = key is not null && (keyShape is null || keyShape.Property is not null);
        Reach reach = new[] { IdentityReader.ReachOf(shape.Actor), key?.Reach ?? Reach.AsRef }.Max();
        bool isFaulty = EntitySettings.Faults(shape.Entity.Attribute).Any();
        return new EntityModel(
            key,
            (keyShape?.Type ?? CodeAnalysis.EntityKeyType.Text).ToString(),
            keyShape?.Property is { } property ? Identifiers.Escape(property) : null,
            isOwn && reach != Reach.Private ? reach : null,
            isFaulty ? null : EntitySettings.IdleSecondsOf(shape.Entity.Attribute)?.ToString("R", CultureInfo.InvariantCulture),
            isFaulty ? null : EntitySettings.MaxLiveOf(shape.Entity.Attribute)?.ToString(CultureInfo.InvariantCulture));
    }
}
