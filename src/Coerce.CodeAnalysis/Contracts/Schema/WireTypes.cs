namespace Coerce.CodeAnalysis.Contracts;

/// <summary>What protobuf's rules say of a type that becomes another.</summary>
/// <param name="IsBreaking">Whether a value may arrive as another, on either side.</param>
/// <param name="Effect">What a peer with the old type reads.</param>
internal readonly record struct TypeEffect(bool IsBreaking, string Effect);

/// <summary>How a type looks on the wire.</summary>
internal readonly record struct WireShape(string Wire, string Coding, int Bits, bool IsSigned);

/// <summary>How types look on the wire, and what becomes of one that is read as another.</summary>
internal static class WireTypes
{
    /// <summary>The effect of a change of type. Enums are given as <c>enum</c>, messages as <c>message</c>.</summary>
    public static TypeEffect Of(string before, string now)
    {
        var (old, changed) = (Shape(before), Shape(now));
        return old.Wire != changed.Wire ? new(true, $"It has another wire type: an old peer skips the field and reads {Default(before)}.")
            : old.Wire == "bytes" ? OfBytes(before, now)
            : old.Coding == changed.Coding ? OfNumbers(before, now, old, changed)
            : new(true, $"The wire type stays, but {now} is encoded in another way: an old peer reads other numbers.");
    }

    public static string Default(string type) => type switch
    {
        "bool" => "false",
        "string" or "bytes" => "it as empty",
        "message" => "no value",
        _ => "0",
    };

    public static bool IsPacked(string type) => Shape(type).Wire != "bytes";

    private static WireShape Shape(string type) => type switch
    {
        "int32" or "enum" => new("varint", "plain", 32, true),
        "int64" => new("varint", "plain", 64, true),
        "uint32" => new("varint", "plain", 32, false),
        "uint64" => new("varint", "plain", 64, false),
        "bool" => new("varint", "plain", 1, false),
        "sint32" => new("varint", "zigzag", 32, true),
        "sint64" => new("varint", "zigzag", 64, true),
        "fixed32" => new("four", "plain", 32, false),
        "sfixed32" => new("four", "plain", 32, true),
        "float" => new("four", "float", 32, true),
        "fixed64" => new("eight", "plain", 64, false),
        "sfixed64" => new("eight", "plain", 64, true),
        "double" => new("eight", "float", 64, true),
        _ => new("bytes", type, 0, false),
    };

    private static TypeEffect OfNumbers(string before, string now, WireShape old, WireShape changed)
        => (before, now) is ("enum", "enum") ? new(true, $"The wire type stays: an old peer reads the number as a value of the old enum.")
            : before == "bool" ? new(true, "The wire type stays, but an old peer reads every number but 0 as true.")
            : now == "bool" ? new(true, "The wire type stays: an old peer reads 0 or 1, but every other number that it sends arrives here as true.")
            : changed.Bits > old.Bits ? new(true, $"The wire type stays, but an old peer keeps the low {old.Bits} bits only: a larger number arrives as another.")
            : changed.Bits < old.Bits ? new(
                true, $"The wire type stays: an old peer reads every number, but of those that it sends only the low {changed.Bits} bits are kept here.")
            : changed.IsSigned != old.IsSigned ? new(true, "The wire type stays, but numbers with the highest bit change their sign: an old peer reads "
                + (changed.IsSigned ? "negative numbers as large ones." : "large numbers as negative ones."))
            : new(false, "The bytes are the same: numbers that the enum has no name for stay numbers.");

    private static TypeEffect OfBytes(string before, string now) => new(true, (before, now) switch
    {
        ("message", "message") => "The wire type stays: an old peer reads the fields of the new message by their numbers, as those of the old one.",
        ("string", "bytes") => "The wire type stays, but an old peer refuses bytes that are no UTF-8.",
        ("bytes", "string") => "The wire type stays: an old peer reads the text as bytes, but what it sends that is no UTF-8 is refused here.",
        ("message", _) => "The wire type stays, but an old peer refuses bytes that are no encoded message.",
        _ => "The wire type stays: an old peer reads the encoded message, but what it sends is read here as one.",
    });
}
