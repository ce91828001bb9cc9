using System.Collections.Immutable;
using System.Net;
using Subjects;

[assembly: Contract(typeof(IPAddress), Converter = typeof(AddressConverter))]
[assembly: Contract(typeof(Version), Converter = typeof(VersionConverter))]

namespace Subjects;

public sealed record AddressData(byte[] Bytes);

public abstract class AddressConverter : IContractConverter<IPAddress, AddressData>
{
    public static AddressData ToData(IPAddress value) => new(value.GetAddressBytes());

    public static IPAddress FromData(AddressData data) => new(data.Bytes.Length == 0 ? new byte[4] : data.Bytes);
}

public readonly record struct VersionData(int Major, int Minor);

public abstract class VersionConverter : IContractConverter<Version, VersionData>
{
    public static VersionData ToData(Version value) => new(value.Major, value.Minor);

    public static Version FromData(VersionData data) => new(data.Major, data.Minor);
}

[Contract(Converter = typeof(MoneyConverter))]
public readonly struct Money(decimal amount, string currency) : IEquatable<Money>
{
    private readonly decimal _amount = amount;
    private readonly string _currency = currency;

    public bool Equals(Money other) => other._amount == _amount && other._currency == _currency;

    public override bool Equals(object? obj) => obj is Money other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_amount, _currency);

    public static MoneyData ToData(Money money) => new(money._amount, money._currency ?? "");
}

public sealed record MoneyData(decimal Amount, string Currency);

public abstract class MoneyConverter : IContractConverter<Money, MoneyData>
{
    public static MoneyData ToData(Money value) => Money.ToData(value);

    public static Money FromData(MoneyData data) => new(data.Amount, data.Currency);
}

[Contract]
public sealed record Converted(
    IPAddress Link, IPAddress? Other, ImmutableArray<IPAddress> Links, Dictionary<string, IPAddress> Named, Version Version, Money Money, Money? Tip, ImmutableArray<Money> Prices);
