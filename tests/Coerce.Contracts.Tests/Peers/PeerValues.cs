using System.Collections;
using System.Collections.Immutable;
using System.Net;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Subjects;
using Enum = System.Enum;
using Type = System.Type;

namespace Coerce.Contracts.Tests;

/// <summary>Makes protobuf's message of a subject: the mapping once more, by reflection instead of generated code.</summary>
internal static class PeerValues
{
    public static IMessage Of(object value, MessageDescriptor message)
    {
        IMessage peer = message.Parser.ParseFrom(ByteString.Empty);
        if (Replacement(value) is { } data) return Of(data, message);

        if (value.GetType().BaseType is { IsAbstract: true } union && Attribute.IsDefined(union, typeof(ContractAttribute)) && message.Oneofs.Count == 1)
        {
            FieldDescriptor one = message.Fields.InFieldNumberOrder().Single(field => field.MessageType.Name == value.GetType().Name);
            one.Accessor.SetValue(peer, Members(value, one.MessageType));
            return peer;
        }

        return Members(value, message);
    }

    /// <summary>A reply that is no message: one that has it as its field.</summary>
    public static IMessage OfReply(object? value, MessageDescriptor message, bool isNullable)
    {
        IMessage peer = message.Parser.ParseFrom(ByteString.Empty);
        Set(peer, message.Fields.InFieldNumberOrder().Single(), value, isNullable);
        return peer;
    }

    private static IMessage Members(object value, MessageDescriptor message)
    {
        IMessage peer = message.Parser.ParseFrom(ByteString.Empty);
        Member[] members = Member.Of(value.GetType());
        FieldDescriptor[] fields = Member.FieldsOf(value.GetType(), message);
        for (int i = 0; i < members.Length; i++) Set(peer, fields[i], members[i].Get(value), Nullable.GetUnderlyingType(members[i].Type) is not null);
        return peer;
    }

    private static void Set(IMessage peer, FieldDescriptor field, object? value, bool isNullable)
    {
        if (value is null || !isNullable && IsLeftOut(value)) return;
        if (field.IsMap)
        {
            FieldDescriptor key = field.MessageType.FindFieldByNumber(1), item = field.MessageType.FindFieldByNumber(2);
            var map = (IDictionary)field.Accessor.GetValue(peer);
            foreach (DictionaryEntry entry in Entries(value)) map.Add(Single(entry.Key, key), Single(entry.Value!, item));
        }
        else if (field.IsRepeated)
        {
            var list = (IList)field.Accessor.GetValue(peer);
            foreach (object item in Items(value)) list.Add(Single(item, field));
        }
        else
        {
            field.Accessor.SetValue(peer, Single(value, field));
        }
    }

    // Of what has no default in protobuf: as an absent field it is read as what it was.
    private static bool IsLeftOut(object value) => value switch
    {
        Guid guid => guid == Guid.Empty,
        TimeSpan span => span == TimeSpan.Zero,
        TimeOnly time => time == TimeOnly.MinValue,
        decimal number => number == 0 && number.Scale == 0 && !decimal.IsNegative(number),
        _ => false,
    };

    private static object Single(object value, FieldDescriptor field) => value switch
    {
        sbyte or short => Convert.ToInt32(value),
        byte or ushort => Convert.ToUInt32(value),
        char letter => (uint)letter,
        Uri uri => uri.OriginalString,
        DateOnly date => date.DayNumber - new DateOnly(1970, 1, 1).DayNumber,
        Guid guid => ByteString.CopyFrom(guid.ToByteArray(bigEndian: true)),
        byte[] bytes => ByteString.CopyFrom(bytes),
        ImmutableArray<byte> bytes => ByteString.CopyFrom(bytes.AsSpan()),
        ReadOnlyMemory<byte> bytes => ByteString.CopyFrom(bytes.Span),
        DateTimeOffset time => Timestamp.FromDateTimeOffset(time),
        TimeSpan span => Duration.FromTimeSpan(span),
        TimeOnly time => Duration.FromTimeSpan(time.ToTimeSpan()),
        decimal number => Decimal(number),
        ActorRef actor => new global::Coerce.Protos.ActorRef { Path = actor.Path, Actor = "subjects.teller" },
        Enum one when field.FieldType == FieldType.Int32 => unchecked((int)Convert.ToInt64(one)),
        Enum one => Enum.ToObject(field.EnumType.ClrType, unchecked((int)Convert.ToInt64(one))),
        _ => field.FieldType == FieldType.Message ? Of(value, field.MessageType) : value,
    };

    private static IMessage Decimal(decimal value)
    {
        int[] bits = decimal.GetBits(value);
        return new global::Coerce.Protos.Decimal
        {
            Low = (uint)bits[0] | (ulong)(uint)bits[1] << 32,
            High = (uint)bits[2],
            SignScale = (uint)(bits[3] >> 16 & 0xff) << 1 | (value < 0 || decimal.IsNegative(value) ? 1u : 0),
        };
    }

    private static object? Replacement(object value) => value switch
    {
        IPAddress address => AddressConverter.ToData(address),
        Version version => VersionConverter.ToData(version),
        Money money => MoneyConverter.ToData(money),
        Envelope envelope => SealedConverter.ToData(envelope),
        _ => null,
    };

    /// <summary>The entries of a map, whose type is known to nobody here.</summary>
    private static IEnumerable<DictionaryEntry> Entries(object map)
    {
        foreach (object entry in (IEnumerable)map)
        {
            Type type = entry.GetType();
            yield return new DictionaryEntry(type.GetProperty("Key")!.GetValue(entry)!, type.GetProperty("Value")!.GetValue(entry));
        }
    }

    internal static IEnumerable Items(object list) => list switch
    {
        ReadOnlyMemory<int> memory => memory.ToArray(),
        ReadOnlyMemory<string> memory => memory.ToArray(),
        ReadOnlyMemory<Item> memory => memory.ToArray(),
        _ => (IEnumerable)list,
    };
}
