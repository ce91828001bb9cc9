using Coerce.Contracts.Subjects;
using Coerce.Dispatch;

namespace Subjects;

/// <summary>Its constructor takes even numbers only.</summary>
[Contract]
public sealed record Fussy
{
    public Fussy(int number) => Number = number % 2 == 0 ? number : throw new ArgumentException($"{number} is odd");

    public int Number { get; }
}

[Contract]
public sealed record HasFussy(Fussy One, Moody Other);

/// <summary>Its converter fails on either side, as it is told.</summary>
[Contract(Converter = typeof(MoodyConverter))]
public readonly record struct Moody(int Number);

public sealed record MoodyData(int Number);

public abstract class MoodyConverter : IContractConverter<Moody, MoodyData>
{
    public static MoodyData ToData(Moody value) => value.Number == 13 ? throw new InvalidOperationException("not thirteen") : new(value.Number);

    public static Moody FromData(MoodyData data) => data.Number == 14 ? throw new FormatException("not fourteen") : new(data.Number);
}

/// <summary>Travels as the bytes of another message, which its converter writes and reads in the midst of it.</summary>
[Contract(Converter = typeof(SealedConverter))]
public sealed record Envelope(Tree Tree);

public sealed record EnvelopeData(byte[] Bytes);

public abstract class SealedConverter : IContractConverter<Envelope, EnvelopeData>
{
    public static EnvelopeData ToData(Envelope value) => new(GeneratedContract<Tree, TreeContract>.Instance.ToBytes(value.Tree));

    public static Envelope FromData(EnvelopeData data) => new(GeneratedContract<Tree, TreeContract>.Instance.Read(data.Bytes));
}

[Contract]
public sealed record Letter(string From, Envelope Inside, Item After, Envelope? Second);
