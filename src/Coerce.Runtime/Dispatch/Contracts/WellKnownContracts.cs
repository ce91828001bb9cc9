using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Google.Protobuf;

namespace Coerce.Dispatch;

// Each member is what its interface says.
#pragma warning disable CS1591

/// <summary>A <see cref="DateTimeOffset"/>: <c>google.protobuf.Timestamp</c>, an instant without an offset.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TimestampContract : IContract<DateTimeOffset>
{
    private const int NanosPerTick = 100;

    public static string Name => "google.protobuf.Timestamp";

    public static int Size(DateTimeOffset value)
    {
        (long seconds, int nanos) = Split(value);
        return (seconds == 0 ? 0 : 1 + CodedOutputStream.ComputeInt64Size(seconds)) + (nanos == 0 ? 0 : 1 + CodedOutputStream.ComputeInt32Size(nanos));
    }

    public static int Walk(DateTimeOffset value, ContractWalk walk) => Size(value);

    public static void Write(ref WriteContext output, DateTimeOffset value)
    {
        (long seconds, int nanos) = Split(value);
        SecondsAndNanos.Write(ref output, seconds, nanos);
    }

    public static DateTimeOffset Read(ref ParseContext input, ContractReader reader) => new(UtcTicks.Read(ref input, reader), TimeSpan.Zero);

    public static void Show(Utf8JsonWriter json, DateTimeOffset value) => json.WriteStringValue(value.UtcDateTime);

    public static string FieldName(int number) => SecondsAndNanos.FieldName(number);

    private static (long Seconds, int Nanos) Split(DateTimeOffset value)
    {
        long ticks = value.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;
        long seconds = Math.DivRem(ticks, TimeSpan.TicksPerSecond, out long rest);
        if (rest < 0)
        {
            seconds--;
            rest += TimeSpan.TicksPerSecond;
        }

        return (seconds, (int)rest * NanosPerTick);
    }
}

/// <summary>A <see cref="DateTimeOffset"/> that is read, as one number, which is handed on faster than its two parts.</summary>
internal readonly struct UtcTicks : IContract<long>
{
    private const int NanosPerTick = 100;
    private const long MinSeconds = -62_135_596_800;
    private const long MaxSeconds = 253_402_300_799;

    public static string Name => TimestampContract.Name;

    public static long Read(ref ParseContext input, ContractReader reader)
    {
        (long seconds, int nanos) = SecondsAndNanos.Read(ref input, reader);
        if (nanos is < 0 or > 999_999_999) throw new FieldException($"has {nanos} nanoseconds: a timestamp has from 0 to 999,999,999");
        if (seconds is < MinSeconds or > MaxSeconds) throw new FieldException($"has {seconds} seconds: a timestamp is in the years from 1 to 9999");
        return (seconds - MinSeconds) * TimeSpan.TicksPerSecond + nanos / NanosPerTick;
    }

    public static string FieldName(int number) => SecondsAndNanos.FieldName(number);

    public static int Size(long value) => throw new NotSupportedException();

    public static int Walk(long value, ContractWalk walk) => throw new NotSupportedException();

    public static void Write(ref WriteContext output, long value) => throw new NotSupportedException();

    public static void Show(Utf8JsonWriter json, long value) => throw new NotSupportedException();
}

/// <summary>A <see cref="TimeSpan"/>: <c>google.protobuf.Duration</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DurationContract : IContract<TimeSpan>
{
    private const int NanosPerTick = 100;

    public static string Name => "google.protobuf.Duration";

    public static int Size(TimeSpan value)
    {
        long seconds = Math.DivRem(value.Ticks, TimeSpan.TicksPerSecond, out long rest);
        int nanos = (int)rest * NanosPerTick;
        return (seconds == 0 ? 0 : 1 + CodedOutputStream.ComputeInt64Size(seconds)) + (nanos == 0 ? 0 : 1 + CodedOutputStream.ComputeInt32Size(nanos));
    }

    public static int Walk(TimeSpan value, ContractWalk walk) => Size(value);

    public static void Write(ref WriteContext output, TimeSpan value)
    {
        long seconds = Math.DivRem(value.Ticks, TimeSpan.TicksPerSecond, out long rest);
        SecondsAndNanos.Write(ref output, seconds, (int)rest * NanosPerTick);
    }

    public static TimeSpan Read(ref ParseContext input, ContractReader reader)
    {
        (long seconds, int nanos) = SecondsAndNanos.Read(ref input, reader);
        return new TimeSpan(checked(seconds * TimeSpan.TicksPerSecond + nanos / NanosPerTick));
    }

    public static void Show(Utf8JsonWriter json, TimeSpan value)
        => json.WriteStringValue(((decimal)value.Ticks / TimeSpan.TicksPerSecond).ToString(CultureInfo.InvariantCulture) + "s");

    public static string FieldName(int number) => SecondsAndNanos.FieldName(number);
}

/// <summary>A <c>decimal</c>: <c>coerce.Decimal</c>, its 96 bits, sign and scale.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DecimalContract : IContract<decimal>
{
    public static string Name => "coerce.Decimal";

    public static int Size(decimal value)
    {
        (ulong low, uint high, uint signScale) = Split(value);
        return (low == 0 ? 0 : 1 + CodedOutputStream.ComputeUInt64Size(low))
            + (high == 0 ? 0 : 1 + CodedOutputStream.ComputeUInt32Size(high))
            + (signScale == 0 ? 0 : 1 + CodedOutputStream.ComputeUInt32Size(signScale));
    }

    public static int Walk(decimal value, ContractWalk walk) => Size(value);

    public static void Write(ref WriteContext output, decimal value)
    {
        (ulong low, uint high, uint signScale) = Split(value);
        if (low != 0)
        {
            output.WriteRawTag(8);
            output.WriteUInt64(low);
        }

        if (high != 0)
        {
            output.WriteRawTag(16);
            output.WriteUInt32(high);
        }

        if (signScale != 0)
        {
            output.WriteRawTag(24);
            output.WriteUInt32(signScale);
        }
    }

    public static decimal Read(ref ParseContext input, ContractReader reader)
    {
        ulong low = 0;
        uint high = 0;
        uint signScale = 0;
        uint tag;
        while ((tag = reader.Next(ref input)) != 0)
        {
            switch (tag)
            {
                case 8: low = input.ReadUInt64(); break;
                case 16: high = input.ReadUInt32(); break;
                case 24: signScale = input.ReadUInt32(); break;
                default: reader.Skip(ref input); break;
            }
        }

        uint scale = signScale >> 1;
        if (scale > 28) throw new FieldException($"has {scale} decimal places, of 28 at most");
        return new decimal((int)low, (int)(low >> 32), (int)high, (signScale & 1) != 0, (byte)scale);
    }

    public static void Show(Utf8JsonWriter json, decimal value) => json.WriteNumberValue(value);

    public static string FieldName(int number) => number switch { 1 => "low", 2 => "high", 3 => "sign_scale", _ => number.ToString(CultureInfo.InvariantCulture) };

    private static (ulong Low, uint High, uint SignScale) Split(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        uint flags = (uint)bits[3];
        return ((uint)bits[0] | (ulong)(uint)bits[1] << 32, (uint)bits[2], (flags >> 16 & 0xFF) << 1 | flags >> 31);
    }
}

/// <summary>The two fields that timestamps and durations have.</summary>
internal static class SecondsAndNanos
{
    internal static void Write(ref WriteContext output, long seconds, int nanos)
    {
        if (seconds != 0)
        {
            output.WriteRawTag(8);
            output.WriteInt64(seconds);
        }

        if (nanos != 0)
        {
            output.WriteRawTag(16);
            output.WriteInt32(nanos);
        }
    }

    internal static (long Seconds, int Nanos) Read(ref ParseContext input, ContractReader reader)
    {
        long seconds = 0;
        int nanos = 0;
        uint tag;
        while ((tag = reader.Next(ref input)) != 0)
        {
            switch (tag)
            {
                case 8: seconds = input.ReadInt64(); break;
                case 16: nanos = input.ReadInt32(); break;
                default: reader.Skip(ref input); break;
            }
        }

        return (seconds, nanos);
    }

    internal static string FieldName(int number) => number switch { 1 => "seconds", 2 => "nanos", _ => number.ToString(CultureInfo.InvariantCulture) };
}
