using System.Buffers;
using System.Globalization;
using System.Text;

namespace Coerce;

/// <summary>What the key of an entity is made of.</summary>
public enum EntityKeyType
{
    /// <summary>A <see cref="string"/>.</summary>
    Text,

    /// <summary>A <see cref="System.Guid"/>.</summary>
    Guid,

    /// <summary>A <see cref="long"/>.</summary>
    Number,
}

/// <summary>The key of an entity in the form that all kinds share. <see cref="ToString"/> gives its one canonical text, by which
/// paths and other processes name the entity.</summary>
public readonly struct EntityKey : IEquatable<EntityKey>
{
    private const int MaxLength = 256;

    private readonly string? _text;
    private readonly Guid _guid;
    private readonly long _number;

    private EntityKey(EntityKeyType type, string? text, Guid guid, long number)
    {
        Type = type;
        _text = text;
        _guid = guid;
        _number = number;
    }

    /// <summary>What the key is made of.</summary>
    public EntityKeyType Type { get; }

    /// <summary>The key, which is a <see cref="EntityKeyType.Text"/>.</summary>
    /// <exception cref="InvalidOperationException">It is none.</exception>
    public string Text => Type == EntityKeyType.Text ? _text ?? "" : throw Not(EntityKeyType.Text);

    /// <summary>The key, which is a <see cref="EntityKeyType.Guid"/>.</summary>
    /// <exception cref="InvalidOperationException">It is none.</exception>
    public Guid Guid => Type == EntityKeyType.Guid ? _guid : throw Not(EntityKeyType.Guid);

    /// <summary>The key, which is a <see cref="EntityKeyType.Number"/>.</summary>
    /// <exception cref="InvalidOperationException">It is none.</exception>
    public long Number => Type == EntityKeyType.Number ? _number : throw Not(EntityKeyType.Number);

    /// <summary>A key of text.</summary>
    /// <param name="key">The text: not empty, of at most 256 characters.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is empty, too long, or no text that could be written as UTF-8.</exception>
    public static EntityKey Of(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        string? problem =
            key.Length == 0 ? "is empty"
            : key.Length > MaxLength ? $"has {key.Length} characters, of {MaxLength} at most"
            : !IsText(key) ? "has half of a surrogate pair in it"
            : null;

        if (problem is not null) throw new ArgumentException($"The key '{key}' of an entity {problem}.", nameof(key));
        return new EntityKey(EntityKeyType.Text, key, default, 0);
    }

    /// <summary>A key that is a <see cref="System.Guid"/>.</summary>
    /// <param name="key">The key.</param>
    public static EntityKey Of(Guid key) => new(EntityKeyType.Guid, null, key, 0);

    /// <summary>A key that is a number.</summary>
    /// <param name="key">The key.</param>
    public static EntityKey Of(long key) => new(EntityKeyType.Number, null, default, key);

    /// <summary>The key whose <see cref="ToString"/> gave <paramref name="text"/>.</summary>
    /// <param name="type">What the key is made of.</param>
    /// <param name="text">Its canonical text.</param>
    /// <param name="key">The key.</param>
    /// <returns>False when the text is not the canonical one of a key.</returns>
    public static bool TryParse(EntityKeyType type, string text, out EntityKey key)
    {
        ArgumentNullException.ThrowIfNull(text);
        key = default;
        switch (type)
        {
            case EntityKeyType.Text when text.Length is > 0 and <= MaxLength && IsText(text):
                key = Of(text);
                return true;
            case EntityKeyType.Guid when Guid.TryParseExact(text, "D", out Guid guid):
                key = Of(guid);
                break;
            case EntityKeyType.Number when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number):
                key = Of(number);
                break;
            default:
                return false;
        }

        // "007", "+7" and a Guid in upper case can be read, and are not the one text by which others know the entity.
        return key.ToString() == text;
    }

    /// <summary>The canonical text of the key.</summary>
    public override string ToString() => Type switch
    {
        EntityKeyType.Guid => _guid.ToString("D"),
        EntityKeyType.Number => _number.ToString(CultureInfo.InvariantCulture),
        _ => _text ?? "",
    };

    /// <summary>True when both are the same key.</summary>
    public static bool operator ==(EntityKey left, EntityKey right) => left.Equals(right);

    /// <summary>True when they are different keys.</summary>
    public static bool operator !=(EntityKey left, EntityKey right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(EntityKey other) =>
        Type == other.Type && _number == other._number && _guid == other._guid && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EntityKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Type switch
    {
        EntityKeyType.Guid => _guid.GetHashCode(),
        EntityKeyType.Number => _number.GetHashCode(),
        _ => _text?.GetHashCode(StringComparison.Ordinal) ?? 0,
    };

    private static bool IsText(string key)
    {
        ReadOnlySpan<char> left = key;
        while (left.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var index)
        {
            if (Rune.DecodeFromUtf16(left[index..], out _, out int length) != OperationStatus.Done) return false;
            left = left[(index + length)..];
        }

        return true;
    }

    private InvalidOperationException Not(EntityKeyType type) => new($"The key '{this}' is a {Type} and no {type}.");
}
