using System.Collections.Immutable;

namespace Subjects;

public enum Colour { None, Red, Green, Blue = 40 }

public enum Signed { Below = -3, Zero = 0, Above = 3 }

public enum Tiny : byte { None, One, Last = 255 }

public enum TinySigned : sbyte { Least = -128, None = 0, Most = 127 }

public enum Short : short { Least = -32768, None = 0, Most = 32767 }

public enum UnsignedShort : ushort { None, Most = 65535 }

public enum Unsigned : uint { None, Most = int.MaxValue }

public enum Long : long { Least = int.MinValue, None = 0, Most = int.MaxValue }

public enum UnsignedLong : ulong { None, Most = int.MaxValue }

public enum WithoutZero { One = 1, Two = 2 }

[Flags]
public enum Rights { None, Read = 1, Write = 2, All = Read | Write }

[Contract]
public sealed record Enums(
    Colour Colour, Signed Signed, Tiny Tiny, TinySigned TinySigned, Short Short, UnsignedShort UnsignedShort, Unsigned Unsigned, Long Long,
    UnsignedLong UnsignedLong, WithoutZero WithoutZero, Rights Rights);

[Contract]
public sealed record MaybeEnums(Colour? Colour, Signed? Signed, Tiny? Tiny, Short? Short, Unsigned? Unsigned, Long? Long, UnsignedLong? UnsignedLong);

[Contract]
public sealed record EnumLists(
    ImmutableArray<Colour> Colour, ImmutableArray<Signed> Signed, ImmutableArray<Tiny> Tiny, ImmutableArray<TinySigned> TinySigned,
    ImmutableArray<Short> Short, ImmutableArray<UnsignedShort> UnsignedShort, ImmutableArray<Unsigned> Unsigned, ImmutableArray<Long> Long,
    ImmutableArray<UnsignedLong> UnsignedLong);

[Contract]
public sealed record EnumMaps(
    Dictionary<int, Colour> Colour, Dictionary<int, Signed> Signed, Dictionary<int, Tiny> Tiny, Dictionary<int, Unsigned> Unsigned,
    Dictionary<int, Long> Long);

[Contract]
public sealed record EnumKeys(
    IReadOnlyDictionary<Colour, int> Colour, ImmutableDictionary<Signed, string> Signed, Dictionary<Tiny, Item> Tiny, Dictionary<Long, int> Long);
