namespace Coerce;

/// <summary>How much of what arrives is taken: whoever can send bytes can send any bytes.</summary>
/// <remarks>Immutable. Beyond a limit there is a <see cref="ContractException"/> that names the message and the field. Size and
/// depth hold for what is sent, too: what no peer would take fails at its sender.</remarks>
public sealed record ContractLimits
{
    /// <summary>The limits where nothing else is said.</summary>
    public static ContractLimits Default { get; } = new();

    /// <summary>Bytes of a message. 4 MiB; from 1 byte to 1 GiB.</summary>
    public int MaxSize { get; init => field = InRange(value, 1, 1 << 30, nameof(MaxSize)); } = 4 * 1024 * 1024;

    /// <summary>Messages within messages. 64; from 1 to 99, which is as deep as protobuf itself goes.</summary>
    public int MaxDepth { get; init => field = InRange(value, 1, 99, nameof(MaxDepth)); } = 64;

    /// <summary>Items of all lists and maps of a message together. One million; from 0.</summary>
    /// <remarks>An item takes two bytes on the wire and, as an object, twenty times as much in memory.</remarks>
    public int MaxItems { get; init => field = InRange(value, 0, int.MaxValue, nameof(MaxItems)); } = 1_000_000;

    /// <summary>Characters of a string. As many as the message has room for; from 0.</summary>
    public int MaxStringLength { get; init => field = InRange(value, 0, int.MaxValue, nameof(MaxStringLength)); } = int.MaxValue;

    private static int InRange(int value, int least, int most, string name)
        => value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must be from {least} to {most}.");
}
