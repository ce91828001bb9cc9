using System.ComponentModel;
using System.Text.Json;

namespace Coerce.Dispatch;

/// <summary>Shows the members of a message. What may be null though it must not is shown as null: people look at broken values, too.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ContractJson
{
    private const int MaxDepth = 100;

    /// <summary>A member.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TWire">How it lies in a field.</typeparam>
    /// <param name="json">Where to.</param>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    public static void Member<T, TWire>(Utf8JsonWriter json, string name, T? value)
        where TWire : IWire<T>
    {
        json.WritePropertyName(name);
        if (value is null) json.WriteNullValue();
        else TWire.Show(json, value);
    }

    /// <summary>A member that may be absent.</summary>
    /// <inheritdoc cref="Member{T,TWire}"/>
    public static void Optional<T, TWire>(Utf8JsonWriter json, string name, T? value)
        where T : struct
        where TWire : IWire<T>
    {
        json.WritePropertyName(name);
        if (value is { } present) TWire.Show(json, present);
        else json.WriteNullValue();
    }

    /// <summary>A list.</summary>
    /// <inheritdoc cref="Member{T,TWire}"/>
    public static void List<T, TWire>(Utf8JsonWriter json, string name, ItemSpan<T> value)
        where TWire : IWire<T>
    {
        json.WritePropertyName(name);
        if (value.IsNull) json.WriteNullValue();
        else ListField<T, TWire>.Show(json, value);
    }

    /// <summary>A map.</summary>
    /// <typeparam name="TKey">The type of the keys.</typeparam>
    /// <typeparam name="TValue">The type of the values.</typeparam>
    /// <typeparam name="TKeyWire">How a key lies in a field.</typeparam>
    /// <typeparam name="TValueWire">How a value lies in a field.</typeparam>
    /// <param name="json">Where to.</param>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    public static void Map<TKey, TValue, TKeyWire, TValueWire>(Utf8JsonWriter json, string name, IReadOnlyDictionary<TKey, TValue> value)
        where TKey : notnull
        where TKeyWire : IWire<TKey>
        where TValueWire : IWire<TValue>
    {
        json.WritePropertyName(name);
        if (value is null) json.WriteNullValue();
        else MapField<TKey, TValue, TKeyWire, TValueWire>.Show(json, value);
    }

    /// <summary>A message in another. One that is within itself has no end: there are dots where it goes on.</summary>
    internal static void Message<T, TContract>(Utf8JsonWriter json, T value)
        where TContract : IContract<T>
    {
        if (json.CurrentDepth >= MaxDepth) json.WriteStringValue("...");
        else TContract.Show(json, value);
    }

    /// <summary>A member that is not for eyes.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="name">Its name.</param>
    public static void Masked(Utf8JsonWriter json, string name) => json.WriteString(name, "***");
}
