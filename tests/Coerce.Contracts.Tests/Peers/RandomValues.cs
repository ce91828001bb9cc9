using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Subjects;

namespace Coerce.Contracts.Tests;

/// <summary>Values of subjects, small and with a liking for the edges.</summary>
internal sealed class RandomValues(Random random, Func<object>? newRef = null)
{
    private static readonly string[] Texts = ["", "a", "tür", "日本", "\0", "line\r\nline", "😀 and more", "\u00ad", "İı", new('x', 300)];
    private static readonly MethodInfo Collect = typeof(RandomValues).GetMethod(nameof(CollectionOf), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo CollectMap = typeof(RandomValues).GetMethod(nameof(MapOf), BindingFlags.NonPublic | BindingFlags.Static)!;
    private int _depth;

    /// <summary>Whether there is a -0 in what was made: protobuf leaves it out where it leaves out zero.</summary>
    public bool HasMinusZero { get; private set; }

    public T Make<T>() => (T)Make(typeof(T))!;

    public object? Make(Type type, bool isNullable = false)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return IsRare() ? null : Make(inner);
        if (isNullable && (_depth > 3 || random.Next(3) == 0)) return null;
        return Scalar(type) ?? (type.IsEnum ? Enumeration(type) : Composed(type));
    }

    private object? Scalar(Type type) => type switch
    {
        _ when type == typeof(bool) => random.Next(2) == 0,
        _ when type == typeof(int) => (int)Integer(int.MinValue, int.MaxValue),
        _ when type == typeof(long) => Integer(long.MinValue, long.MaxValue),
        _ when type == typeof(uint) => (uint)Integer(0, uint.MaxValue),
        _ when type == typeof(ulong) => unchecked((ulong)Integer(long.MinValue, long.MaxValue)),
        _ when type == typeof(sbyte) => (sbyte)Integer(sbyte.MinValue, sbyte.MaxValue),
        _ when type == typeof(short) => (short)Integer(short.MinValue, short.MaxValue),
        _ when type == typeof(byte) => (byte)Integer(0, byte.MaxValue),
        _ when type == typeof(ushort) => (ushort)Integer(0, ushort.MaxValue),
        _ when type == typeof(char) => (char)Integer(0, char.MaxValue),
        _ when type == typeof(float) => (float)Real(float.MinValue, float.MaxValue, float.Epsilon),
        _ when type == typeof(double) => Real(double.MinValue, double.MaxValue, double.Epsilon),
        _ when type == typeof(decimal) => Decimal(),
        _ when type == typeof(string) => Text(),
        _ when type == typeof(Guid) => IsRare() ? Guid.Empty : new Guid(Bytes(16)),
        _ when type == typeof(byte[]) => Bytes(Length()),
        _ when type == typeof(ImmutableArray<byte>) => ImmutableArray.Create(Bytes(Length())),
        _ when type == typeof(ReadOnlyMemory<byte>) => new ReadOnlyMemory<byte>(Bytes(Length())),
        _ when type == typeof(DateOnly) => DateOnly.FromDayNumber((int)Integer(0, DateOnly.MaxValue.DayNumber)),
        _ when type == typeof(TimeOnly) => new TimeOnly(Integer(0, TimeOnly.MaxValue.Ticks)),
        _ when type == typeof(TimeSpan) => new TimeSpan(Integer(-TimeSpan.TicksPerDay * 100_000, TimeSpan.TicksPerDay * 100_000)),
        _ when type == typeof(DateTimeOffset) => new DateTimeOffset(Integer(0, DateTime.MaxValue.Ticks), TimeSpan.Zero),
        _ when type == typeof(Uri) => new Uri(random.Next(3) switch { 0 => "", 1 => "https://example.org/tür?" + random.Next(100), _ => "/" + random.Next(100) }, UriKind.RelativeOrAbsolute),
        _ when type == typeof(IPAddress) => new IPAddress(Bytes(random.Next(2) == 0 ? 4 : 16)),
        _ when type == typeof(Version) => new Version((int)Integer(0, 1000), (int)Integer(0, int.MaxValue)),
        _ when type == typeof(Money) => new Money(Decimal(), Text()),
        _ when typeof(ActorRef).IsAssignableFrom(type) => newRef!(),
        _ => null,
    };

    private object? Composed(Type type)
    {
        if (typeof(IMaybe).IsAssignableFrom(type)) return Activator.CreateInstance(type, Make(type.GetGenericArguments()[0], isNullable: true));
        if (typeof(ITuple).IsAssignableFrom(type)) return Activator.CreateInstance(type, [.. type.GetGenericArguments().Select(part => Make(part))]);
        if (ItemsOf(type) is { } item) return Collect.MakeGenericMethod(item).Invoke(null, [type, Many(item)]);
        if (EntriesOf(type) is [var key, var value]) return CollectMap.MakeGenericMethod(key, value).Invoke(null, [type, Many(key), Many(value)]);
        if (type.IsAbstract)
        {
            Type[] cases =
            [
                .. type.GetNestedTypes().Select(nested => type.IsGenericType ? nested.MakeGenericType(type.GetGenericArguments()) : nested)
                    .Where(nested => nested.IsSealed && nested.BaseType == type),
            ];
            return Make(_depth > 3 ? cases[0] : cases[random.Next(cases.Length)]);
        }

        _depth++;
        Member[] members = Member.Of(type);
        object made = type.IsValueType && type.GetConstructors().Length == 0
            ? Activator.CreateInstance(type)!
            : Member.ConstructorOf(type).Invoke([.. members.Where(static member => member.Parameter >= 0).Select(member => Make(member.Type, member.IsNullable))]);
        foreach (Member member in members.Where(static member => member.Parameter < 0)) member.Set!(made, Make(member.Type, member.IsNullable));
        _depth--;
        return made;
    }

    private ArrayList Many(Type item)
    {
        var items = new ArrayList();
        for (int left = _depth > 3 ? 0 : random.Next(4); left > 0; left--) items.Add(Make(item));
        return items;
    }

    private static Type? ItemsOf(Type type)
        => type.IsArray ? type.GetElementType() : type.IsGenericType && type.GetGenericArguments() is [var item] && type.Namespace != "Subjects" ? item : null;

    private static Type[]? EntriesOf(Type type)
        => type.IsGenericType && type.GetGenericArguments() is [_, _] entries && type.Namespace != "Subjects" ? entries : null;

    private static object CollectionOf<T>(Type type, ArrayList items)
    {
        T[] array = [.. items.Cast<T>()];
        return type switch
        {
            _ when type == typeof(ImmutableArray<T>) => ImmutableArray.Create(array),
            _ when type == typeof(ReadOnlyMemory<T>) => new ReadOnlyMemory<T>(array),
            _ when type == typeof(ImmutableList<T>) || type == typeof(IImmutableList<T>) => ImmutableList.Create(array),
            _ when type == typeof(ImmutableHashSet<T>) || type == typeof(IImmutableSet<T>) => ImmutableHashSet.Create(array),
            _ when type == typeof(FrozenSet<T>) => array.ToFrozenSet(),
            _ when type == typeof(HashSet<T>) || type == typeof(ISet<T>) || type == typeof(IReadOnlySet<T>) => new HashSet<T>(array),
            _ when type == typeof(List<T>) || type == typeof(IList<T>) => new List<T>(array),
            _ when type == typeof(ICollection<T>) => new LinkedList<T>(array),
            _ when type == typeof(IEnumerable<T>) => array.Where(static _ => true),
            _ when type == typeof(IReadOnlyCollection<T>) => new Queue<T>(array),
            _ => array,
        };
    }

    private static object MapOf<TKey, TValue>(Type type, ArrayList keys, ArrayList values)
        where TKey : notnull
    {
        var map = new Dictionary<TKey, TValue>();
        for (int i = 0; i < Math.Min(keys.Count, values.Count); i++) map[(TKey)keys[i]!] = (TValue)values[i]!;
        return type switch
        {
            _ when type == typeof(ImmutableDictionary<TKey, TValue>) || type == typeof(IImmutableDictionary<TKey, TValue>) => map.ToImmutableDictionary(),
            _ when type == typeof(ImmutableSortedDictionary<TKey, TValue>) => map.ToImmutableSortedDictionary((IComparer<TKey>)StringComparer.Ordinal),
            _ when type == typeof(FrozenDictionary<TKey, TValue>) => map.ToFrozenDictionary(),
            _ => map,
        };
    }

    private object Enumeration(Type type)
    {
        if (!IsRare() && Enum.GetValues(type) is { } values) return values.GetValue(random.Next(values.Length))!;
        long number = Enum.GetUnderlyingType(type).Name switch
        {
            nameof(Byte) => Integer(0, byte.MaxValue),
            nameof(SByte) => Integer(sbyte.MinValue, sbyte.MaxValue),
            nameof(Int16) => Integer(short.MinValue, short.MaxValue),
            nameof(UInt16) => Integer(0, ushort.MaxValue),
            nameof(UInt32) or nameof(UInt64) => Integer(0, int.MaxValue),
            _ => Integer(int.MinValue, int.MaxValue),
        };
        return Enum.ToObject(type, number);
    }

    private long Integer(long least, long most) => random.Next(4) switch
    {
        0 => Math.Clamp(0, least, most),
        1 => random.Next(2) == 0 ? least : most,
        2 => Math.Clamp(random.Next(-300, 300), least, most),
        _ => random.NextInt64(least, most),
    };

    private double Real(double least, double most, double epsilon) => random.Next(8) switch
    {
        0 => 0,
        1 => MinusZero(),
        2 => double.NaN,
        3 => random.Next(2) == 0 ? double.PositiveInfinity : double.NegativeInfinity,
        4 => random.Next(2) == 0 ? least : most,
        5 => epsilon,
        _ => random.NextDouble() * 1000,
    };

    private double MinusZero()
    {
        HasMinusZero = true;
        return -0.0;
    }

    private decimal Decimal() => random.Next(4) switch
    {
        0 => 0,
        1 => random.Next(3) switch { 0 => decimal.MaxValue, 1 => decimal.MinValue, _ => -0.000m },
        _ => new decimal(random.Next(), random.Next(), random.Next(2) * random.Next(), random.Next(2) == 0, (byte)random.Next(29)),
    };

    private string Text()
    {
        if (random.Next(2) == 0) return Texts[random.Next(Texts.Length)];
        var text = new StringBuilder();
        for (int left = random.Next(6); left > 0; left--) text.Append(new Rune(random.Next(3) == 0 ? random.Next(0x10000, 0x10ffff) : random.Next(0xd7ff)));
        return text.ToString();
    }

    private byte[] Bytes(int length)
    {
        byte[] bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    // On both sides of the border between the two ways in which bytes are written.
    private int Length() => random.Next(12) == 0 ? random.Next(250, 300) : random.Next(20);

    private bool IsRare() => random.Next(5) == 0;
}
