using System.Collections.Immutable;

namespace Subjects;

[Contract]
public sealed record Numbers(
    bool Bool, int Int32, long Int64, uint UInt32, ulong UInt64, float Float, double Double,
    sbyte SByte, short Int16, byte Byte, ushort UInt16, char Char);

[Contract]
public sealed record MaybeNumbers(
    bool? Bool, int? Int32, long? Int64, uint? UInt32, ulong? UInt64, float? Float, double? Double,
    sbyte? SByte, short? Int16, byte? Byte, ushort? UInt16, char? Char);

[Contract]
public sealed record NumberLists(
    ImmutableArray<bool> Bool, ImmutableArray<int> Int32, ImmutableArray<long> Int64, ImmutableArray<uint> UInt32, ImmutableArray<ulong> UInt64,
    ImmutableArray<float> Float, ImmutableArray<double> Double,
    ImmutableArray<sbyte> SByte, ImmutableArray<short> Int16, List<byte> Byte, ImmutableArray<ushort> UInt16, ImmutableArray<char> Char);

[Contract]
public sealed record NumberMaps(
    ImmutableDictionary<string, bool> Bool, ImmutableDictionary<string, int> Int32, ImmutableDictionary<string, long> Int64,
    ImmutableDictionary<string, uint> UInt32, ImmutableDictionary<string, ulong> UInt64, ImmutableDictionary<string, float> Float,
    ImmutableDictionary<string, double> Double, ImmutableDictionary<string, sbyte> SByte, ImmutableDictionary<string, short> Int16,
    ImmutableDictionary<string, byte> Byte, ImmutableDictionary<string, ushort> UInt16, ImmutableDictionary<string, char> Char);

[Contract]
public sealed record Keys(
    IReadOnlyDictionary<bool, int> Bool, IReadOnlyDictionary<int, int> Int32, IReadOnlyDictionary<long, int> Int64,
    IReadOnlyDictionary<uint, int> UInt32, IReadOnlyDictionary<ulong, int> UInt64, IReadOnlyDictionary<sbyte, int> SByte,
    IReadOnlyDictionary<short, int> Int16, IReadOnlyDictionary<byte, int> Byte, IReadOnlyDictionary<ushort, int> UInt16,
    IReadOnlyDictionary<char, int> Char, IReadOnlyDictionary<string, int> String);
