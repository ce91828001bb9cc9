using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Coerce.Contracts.Subjects;
using Coerce.Dispatch;
using Subjects;

namespace Coerce.Contracts.Tests;

/// <summary>Values for eyes.</summary>
public sealed class JsonTests
{
    public static TheoryData<string> Cultures { get; } = ["", "tr-TR", "de-DE"];

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Forms_InAnyCulture_LookTheSame(string culture) => In(culture, () =>
    {
        Shows<Numbers, NumbersContract>(
            new Numbers(true, -1, long.MinValue, 1, ulong.MaxValue, 1.5f, double.NaN, -1, -2, 3, 4, 'I'),
            """{"bool":true,"int32":-1,"int64":-9223372036854775808,"uInt32":1,"uInt64":18446744073709551615,"float":1.5,"double":"NaN","sByte":-1,"int16":-2,"byte":3,"uInt16":4,"char":"I"}""");
        Shows<Numbers, NumbersContract>(
            new Numbers(false, 0, 0, 0, 0, float.NegativeInfinity, double.PositiveInfinity, 0, 0, 0, 0, '"'),
            """{"bool":false,"int32":0,"int64":0,"uInt32":0,"uInt64":0,"float":"-Infinity","double":"Infinity","sByte":0,"int16":0,"byte":0,"uInt16":0,"char":"\u0022"}""");
        Shows<Times, TimesContract>(
            new Times(new DateOnly(2026, 2, 1), new TimeOnly(3, 4, 5), new DateTimeOffset(2026, 2, 1, 3, 4, 5, TimeSpan.FromHours(1)), TimeSpan.FromSeconds(-1.5), -1.50m),
            """{"date":"2026-02-01","time":"03:04:05.0000000","timestamp":"2026-02-01T02:04:05Z","duration":"-1.5s","decimal":-1.50}""");
        Shows<Texts, TextsContract>(
            new Texts("a", Guid.Empty, [1], [2], new byte[] { 3 }),
            """{"string":"a","guid":"00000000-0000-0000-0000-000000000000","arrayBytes":"AQ==","immutableBytes":"Ag==","memoryBytes":"Aw=="}""");
        Shows<MaybeEnums, MaybeEnumsContract>(
            new MaybeEnums(Colour.Blue, (Signed)(-77), null, Short.Most, null, null, null),
            """{"colour":"Blue","signed":"-77","tiny":null,"short":"Most","unsigned":null,"long":null,"unsignedLong":null}""");
    });

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Maps_InAnyCulture_AreInTheOrderOfTheirKeys(string culture) => In(culture, () => Shows<Keys, KeysContract>(
        new Keys(
            new Dictionary<bool, int> { [true] = 1, [false] = 2 },
            new Dictionary<int, int> { [5] = 1, [-5] = 2 },
            new Dictionary<long, int>(), new Dictionary<uint, int>(), new Dictionary<ulong, int>(), new Dictionary<sbyte, int>(),
            new Dictionary<short, int>(), new Dictionary<byte, int>(), new Dictionary<ushort, int>(),
            new Dictionary<char, int> { ['z'] = 1, ['I'] = 2 },
            new Dictionary<string, int> { ["i"] = 1, ["I"] = 2, ["\u0131"] = 3 }),
        """{"bool":{"false":2,"true":1},"int32":{"-5":2,"5":1},"int64":{},"uInt32":{},"uInt64":{},"sByte":{},"int16":{},"byte":{},"uInt16":{},"char":{"I":2,"z":1},"string":{"I":2,"i":1,"\u0131":3}}"""));

    [Fact]
    public void Hierarchy_Shown_HasItsCase() => Shows<Drawing, DrawingContract>(
        new Drawing(new Shape.Square(1, null), null, [new Shape.Empty()], ImmutableDictionary<string, Shape>.Empty, new Shape.Circle(2)),
        """{"main":{"square":{"side":1,"label":null}},"extra":null,"shapes":[{"empty":{}}],"named":{},"round":{"radius":2}}""");

    [Fact]
    public void SensitiveMembers_OfEveryKind_AreMasked()
    {
        var secrets = new Secrets("ada", "secret", 1234, new Secrets.Inner(new Item(1, "card"), 5)) { Hint = "hint", Codes = [1, 2] };

        Shows<Secrets, SecretsContract>(secrets, """{"user":"ada","password":"***","pin":"***","nested":{"card":"***","shown":5},"hint":"***","codes":"***"}""");
        Same.Check(secrets, GeneratedContract<Secrets, SecretsContract>.Instance.Read(GeneratedContract<Secrets, SecretsContract>.Instance.ToBytes(secrets)));
    }

    [Fact]
    public void BrokenValues_Shown_HaveNulls()
    {
        Shows<Item, ItemContract>(new Item(1, null!), """{"number":1,"name":null}""");
        Shows<TextCollections, TextCollectionsContract>(
            new TextCollections(null!, default, null!, null!, null!, null!, [null!], null!, null!, default),
            """{"array":null,"immutableArray":[],"list":null,"immutableList":null,"immutableHashSet":null,"frozenSet":null,"iReadOnlyList":[null],"iEnumerable":null,"hashSet":null,"readOnlyMemory":[]}""");
        Shows<Outer, OuterContract>(new Outer(null!, null, [null!], null!), """{"required":null,"optional":null,"many":[null],"named":null}""");
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Bytes_InAnyCulture_AreTheSame(string culture) => In(culture, () =>
    {
        var map = new Dictionaries(
            new() { ["I"] = new(1, ""), ["i"] = new(2, ""), ["\u0131"] = new(3, "") }, ImmutableDictionary<string, Item>.Empty, ImmutableDictionary<string, Item>.Empty,
            ImmutableDictionary<string, Item>.Empty, ImmutableSortedDictionary.Create<string, Item>(StringComparer.Ordinal).Add("", new(4, "")).Add("\u00ad", new(5, "")),
            FrozenDictionary<string, Item>.Empty);
        Contract<Dictionaries> contract = GeneratedContract<Dictionaries, DictionariesContract>.Instance;

        byte[] bytes = contract.ToBytes(map);

        Assert.Equal("0A070A014912020801" + "0A070A0169120208020A080A02C4B1120208032A060A00120208042A080A02C2AD12020805", Convert.ToHexString(bytes));
        Same.Check(map, contract.Read(bytes));
    });

    private static void Shows<T, TContract>(T value, string json)
        where T : notnull
        where TContract : IContract<T>
    {
        Assert.Equal(json, GeneratedContract<T, TContract>.Instance.ToJson(value));
        Assert.Equal(json, ((Contract)GeneratedContract<T, TContract>.Instance).ToJson((object)value));
        using JsonDocument parsed = JsonDocument.Parse(json);
        Assert.Equal(JsonValueKind.Object, parsed.RootElement.ValueKind);
    }

    private static void In(string culture, Action check)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal(culture == "tr-TR" ? "ı" : "i", "I".ToLower(CultureInfo.CurrentCulture));
            check();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
