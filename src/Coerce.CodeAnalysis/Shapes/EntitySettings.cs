using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Coerce.CodeAnalysis;

/// <summary>The named arguments of <c>[Entity]</c>, and those of them that cannot work.</summary>
internal static class EntitySettings
{
    public const string IdleSeconds = nameof(IdleSeconds);
    public const string MaxLive = nameof(MaxLive);

    /// <summary>What a timer can wait for at most, in seconds: 24 days.</summary>
    private const double LongestIdle = int.MaxValue / 1_000.0;

    public static double? IdleSecondsOf(AttributeData? attribute) => Value(attribute, IdleSeconds) as double?;

    public static int? MaxLiveOf(AttributeData? attribute) => Value(attribute, MaxLive) as int?;

    public static IEnumerable<string> Faults(AttributeData? attribute)
    {
        if (IdleSecondsOf(attribute) is not (null or (>= 0 and <= LongestIdle)))
        {
            yield return IdleSeconds;
        }

        if (MaxLiveOf(attribute) is < 0)
        {
            yield return MaxLive;
        }
    }

    private static object? Value(AttributeData? attribute, string name)
    {
        if (attribute is not null)
        {
            foreach (var pair in attribute.NamedArguments)
            {
                if (pair.Key == name && pair.Value.Kind != TypedConstantKind.Error)
                {
                    return pair.Value.Value;
                }
            }
        }

        return null;
    }
}
