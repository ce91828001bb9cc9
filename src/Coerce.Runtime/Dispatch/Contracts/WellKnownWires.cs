using System.ComponentModel;
using System.Text.Json;
using Google.Protobuf;

namespace Coerce.Dispatch;

// Each member is what its interface says.
#pragma warning disable CS1591

/// <summary>A <see cref="DateTimeOffset"/> in a field.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimestampWire : IWire<DateTimeOffset>
{
    public static WireFormat.WireType Type => WireFormat.WireType.LengthDelimited;

    // No more than 16 bytes: the length takes one.
    public static int Size(DateTimeOffset value)
    {
        ContractThread.Pass();
        return 1 + TimestampContract.Size(value);
    }

    public static void Write(ref WriteContext output, DateTimeOffset value) => MessageWire<DateTimeOffset, TimestampContract>.Write(ref output, value);

    public static DateTimeOffset Read(ref ParseContext input, ContractReader reader) => new(MessageWire<long, UtcTicks>.Read(ref input, reader), TimeSpan.Zero);

    public static DateTimeOffset Default(ContractReader reader) => DateTimeOffset.UnixEpoch;

    public static void Show(Utf8JsonWriter json, DateTimeOffset value) => TimestampContract.Show(json, value);
}

/// <summary>A <see cref="TimeSpan"/> in a field.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DurationWire : IWire<TimeSpan>
{
    public static WireFormat.WireType Type => WireFormat.WireType.LengthDelimited;

    public static int Size(TimeSpan value)
    {
        ContractThread.Pass();
        return 1 + DurationContract.Size(value);
    }

    public static void Write(ref WriteContext output, TimeSpan value) => MessageWire<TimeSpan, DurationContract>.Write(ref output, value);

    public static TimeSpan Read(ref ParseContext input, ContractReader reader) => MessageWire<TimeSpan, DurationContract>.Read(ref input, reader);

    public static TimeSpan Default(ContractReader reader) => TimeSpan.Zero;

    public static void Show(Utf8JsonWriter json, TimeSpan value) => DurationContract.Show(json, value);
}

/// <summary>A <see cref="TimeOnly"/> in a field: the time since midnight.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimeWire : IWire<TimeOnly>
{
    public static WireFormat.WireType Type => WireFormat.WireType.LengthDelimited;

    public static int Size(TimeOnly value) => DurationWire.Size(value.ToTimeSpan());

    public static void Write(ref WriteContext output, TimeOnly value) => DurationWire.Write(ref output, value.ToTimeSpan());

    public static TimeOnly Read(ref ParseContext input, ContractReader reader) => TimeOnly.FromTimeSpan(DurationWire.Read(ref input, reader));

    public static TimeOnly Default(ContractReader reader) => default;

    public static void Show(Utf8JsonWriter json, TimeOnly value) => json.WriteStringValue(value.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>A <c>decimal</c> in a field.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DecimalWire : IWire<decimal>
{
    public static WireFormat.WireType Type => WireFormat.WireType.LengthDelimited;

    public static int Size(decimal value)
    {
        ContractThread.Pass();
        return 1 + DecimalContract.Size(value);
    }

    public static void Write(ref WriteContext output, decimal value) => MessageWire<decimal, DecimalContract>.Write(ref output, value);

    public static decimal Read(ref ParseContext input, ContractReader reader) => MessageWire<decimal, DecimalContract>.Read(ref input, reader);

    public static decimal Default(ContractReader reader) => 0;

    public static void Show(Utf8JsonWriter json, decimal value) => DecimalContract.Show(json, value);

    /// <summary>Whether the value is zero without decimal places, which need not be written.</summary>
    /// <param name="value">The value.</param>
    public static bool IsZero(decimal value) => value == 0 && value.Scale == 0 && !decimal.IsNegative(value);
}

/// <summary>The ref of an actor in a field.</summary>
/// <typeparam name="TRef">The ref.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RefWire<TRef> : IWire<TRef>
    where TRef : ActorRef
{
    public static WireFormat.WireType Type => WireFormat.WireType.LengthDelimited;

    public static int Size(TRef value) => MessageWire<TRef, RefContract<TRef>>.Size(value);

    public static void Write(ref WriteContext output, TRef value) => MessageWire<TRef, RefContract<TRef>>.Write(ref output, value);

    public static TRef Read(ref ParseContext input, ContractReader reader) => MessageWire<TRef, RefContract<TRef>>.Read(ref input, reader);

    public static TRef Default(ContractReader reader) => reader.Empty<TRef, RefContract<TRef>>(2);

    public static void Show(Utf8JsonWriter json, TRef value) => RefContract<TRef>.Show(json, value);
}

/// <summary>The ref of any actor that speaks a protocol, in a field.</summary>
/// <typeparam name="TRef">An <see cref="IActorRef{TProtocol}"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ProtocolRefWire<TRef> : IWire<TRef>
    where TRef : class
{
    public static WireFormat.WireType Type => WireFormat.WireType.LengthDelimited;

    public static int Size(TRef value) => MessageWire<TRef, ProtocolRefContract<TRef>>.Size(value);

    public static void Write(ref WriteContext output, TRef value) => MessageWire<TRef, ProtocolRefContract<TRef>>.Write(ref output, value);

    public static TRef Read(ref ParseContext input, ContractReader reader) => MessageWire<TRef, ProtocolRefContract<TRef>>.Read(ref input, reader);

    public static TRef Default(ContractReader reader) => reader.Empty<TRef, ProtocolRefContract<TRef>>(2);

    public static void Show(Utf8JsonWriter json, TRef value) => ProtocolRefContract<TRef>.Show(json, value);
}
