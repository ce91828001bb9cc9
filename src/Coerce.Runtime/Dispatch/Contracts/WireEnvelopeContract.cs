using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Google.Protobuf;

namespace Coerce.Dispatch;

// Each member is what its interface says.
#pragma warning disable CS1591

/// <summary>The contract of <see cref="WireEnvelope"/>, as <c>coerce.proto</c> has it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct WireEnvelopeContract : IContract<WireEnvelope>
{
    public static string Name => "coerce.Envelope";

    public static int Size(WireEnvelope value)
        => 1 + CodedOutputStream.ComputeInt32Size(WireEnvelope.CurrentVersion)
            + 1 + CodedOutputStream.ComputeInt32Size((int)value.Kind)
            + 1 + StringWire.Size(value.Message ?? throw ContractFaults.Null())
            + (value.Payload.IsEmpty ? 0 : 1 + MemoryBytesWire.Size(value.Payload))
            + 1 + GuidWire.Size(value.Id)
            + (value.Correlation is { } correlation ? 1 + GuidWire.Size(correlation) : 0)
            + (value.Target is { } target ? 1 + MessageWire<WireAddress, WireAddressContract>.Size(target) : 0)
            + (value.Sender is { } sender ? 1 + MessageWire<WireAddress, WireAddressContract>.Size(sender) : 0)
            + (value.Deadline is { } deadline ? 1 + TimestampWire.Size(deadline) : 0)
            + TextSize(value.TraceParent)
            + TextSize(value.TraceState);

    public static int Walk(WireEnvelope value, ContractWalk walk) => Size(value);

    public static void Write(ref WriteContext output, WireEnvelope value)
    {
        output.WriteRawTag(8);
        output.WriteInt32(WireEnvelope.CurrentVersion);
        output.WriteRawTag(16);
        output.WriteInt32((int)value.Kind);
        output.WriteRawTag(26);
        output.WriteString(value.Message);
        if (!value.Payload.IsEmpty) Write<ReadOnlyMemory<byte>, MemoryBytesWire>(ref output, 34, value.Payload);
        Write<Guid, GuidWire>(ref output, 42, value.Id);
        if (value.Correlation is { } correlation) Write<Guid, GuidWire>(ref output, 50, correlation);
        if (value.Target is { } target) Write<WireAddress, MessageWire<WireAddress, WireAddressContract>>(ref output, 58, target);
        if (value.Sender is { } sender) Write<WireAddress, MessageWire<WireAddress, WireAddressContract>>(ref output, 66, sender);
        if (value.Deadline is { } deadline) Write<DateTimeOffset, TimestampWire>(ref output, 74, deadline);
        if (value.TraceParent is { Length: > 0 } parent) Write<string, StringWire>(ref output, 82, parent);
        if (value.TraceState is { Length: > 0 } state) Write<string, StringWire>(ref output, 90, state);
    }

    public static WireEnvelope Read(ref ParseContext input, ContractReader reader)
    {
        int version = 0;
        WireKind kind = default;
        string message = "";
        ReadOnlyMemory<byte> payload = default;
        Guid id = default;
        Guid? correlation = null;
        WireAddress? target = null;
        WireAddress? sender = null;
        DateTimeOffset? deadline = null;
        string? parent = null;
        string? state = null;
        uint tag;
        while ((tag = reader.Next(ref input)) != 0)
        {
            switch (tag)
            {
                case 8: version = input.ReadInt32(); break;
                case 16: kind = (WireKind)input.ReadInt32(); break;
                case 26: message = reader.Text(ref input); break;
                case 34: payload = MemoryBytesWire.Read(ref input, reader); break;
                case 42: id = GuidWire.Read(ref input, reader); break;
                case 50: correlation = GuidWire.Read(ref input, reader); break;
                case 58: target = MessageWire<WireAddress, WireAddressContract>.Read(ref input, reader); break;
                case 66: sender = MessageWire<WireAddress, WireAddressContract>.Read(ref input, reader); break;
                case 74: deadline = TimestampWire.Read(ref input, reader); break;
                case 82: parent = reader.Text(ref input); break;
                case 90: state = reader.Text(ref input); break;
                default: reader.Skip(ref input); break;
            }
        }

        if (version is < 1 or > WireEnvelope.CurrentVersion)
        {
            throw new FieldException(
                $"is an envelope of version {version}, and this program reads those up to {WireEnvelope.CurrentVersion}. Update it before its peers write others");
        }

        return new WireEnvelope
        {
            Kind = kind,
            Message = message,
            Payload = payload,
            Id = id,
            Correlation = correlation,
            Target = target,
            Sender = sender,
            Deadline = deadline,
            TraceParent = parent,
            TraceState = state,
        };
    }

    public static void Show(Utf8JsonWriter json, WireEnvelope value)
    {
        json.WriteStartObject();
        json.WriteString("kind", value.Kind.ToString());
        json.WriteString("message", value.Message);
        json.WriteNumber("payloadBytes", value.Payload.Length);
        json.WriteString("id", value.Id);
        ContractJson.Optional<Guid, GuidWire>(json, "correlation", value.Correlation);
        json.WriteString("target", value.Target?.Path);
        json.WriteString("sender", value.Sender?.Path);
        ContractJson.Optional<DateTimeOffset, TimestampWire>(json, "deadline", value.Deadline);
        json.WriteString("traceParent", value.TraceParent);
        json.WriteString("traceState", value.TraceState);
        json.WriteEndObject();
    }

    public static string FieldName(int number) => number switch
    {
        1 => "version",
        2 => "kind",
        3 => "message",
        4 => "payload",
        5 => "id",
        6 => "correlation",
        7 => "target",
        8 => "sender",
        9 => "deadline",
        10 => "trace_parent",
        11 => "trace_state",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static int TextSize(string? text) => text is { Length: > 0 } ? 1 + StringWire.Size(text) : 0;

    private static void Write<T, TWire>(ref WriteContext output, byte tag, T value)
        where TWire : IWire<T>
    {
        output.WriteRawTag(tag);
        TWire.Write(ref output, value);
    }
}

/// <summary>The contract of <see cref="WireAddress"/>: <c>coerce.ActorRef</c>.</summary>
internal readonly struct WireAddressContract : IContract<WireAddress>
{
    public static string Name => "coerce.ActorRef";

    public static int Size(WireAddress value) => 1 + StringWire.Size(value.Path) + 1 + StringWire.Size(value.Actor);

    public static int Walk(WireAddress value, ContractWalk walk) => Size(value);

    public static void Write(ref WriteContext output, WireAddress value)
    {
        output.WriteRawTag(10);
        output.WriteString(value.Path);
        output.WriteRawTag(18);
        output.WriteString(value.Actor);
    }

    public static WireAddress Read(ref ParseContext input, ContractReader reader)
    {
        string path = "";
        string actor = "";
        uint tag;
        while ((tag = reader.Next(ref input)) != 0)
        {
            switch (tag)
            {
                case 10: path = reader.Text(ref input); break;
                case 18: actor = reader.Text(ref input); break;
                default: reader.Skip(ref input); break;
            }
        }

        return new WireAddress(path, actor);
    }

    public static void Show(Utf8JsonWriter json, WireAddress value) => json.WriteStringValue(value.Path);

    public static string FieldName(int number) => number switch { 1 => "path", 2 => "actor", _ => number.ToString(CultureInfo.InvariantCulture) };
}
