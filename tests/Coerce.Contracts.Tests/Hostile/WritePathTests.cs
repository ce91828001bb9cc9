using System.Collections.Immutable;
using System.Globalization;
using Coerce.Contracts.Subjects;
using Coerce.Dispatch;
using Subjects;

namespace Coerce.Contracts.Tests;

/// <summary>Where in a value it is that it cannot be written.</summary>
public sealed class WritePathTests
{
    private const string NoNumber = "the value cannot be written: no number";
    private const string NotThirteen = "the value cannot be written; has it changed meanwhile? not thirteen";

    private static readonly Contract<Faults> Contract = GeneratedContract<Faults, FaultsContract>.Instance;
    private static readonly ImmutableDictionary<string, Faulty> None = ImmutableDictionary<string, Faulty>.Empty;
    private static readonly Faults Good = new(null, None, null, null, null);

    [Fact]
    public void Getter_ThatThrows_NamesItsField()
    {
        Fails<NotSupportedException>("one.number", NoNumber, Good with { One = Bad() });
        Fails<NotSupportedException>("one.parts.parts.number", NoNumber, Good with { One = Fine([Fine([]), Fine([Fine([]), Bad()])]) });
        Fails<NotSupportedException>("by_name.value.number", NoNumber, Good with { ByName = None.Add("a", Fine([])).Add("b", Bad()) });
        Fails<NotSupportedException>("either.left.faulty.number", NoNumber, Good with { Either = new Either.Left(Bad()) });
        Fails<NotSupportedException>("pair.item1.number", NoNumber, Good with { Pair = (Bad(), 1) });
    }

    [Fact]
    public void Converter_ThatThrows_NamesTheFieldOfWhatItConverts()
    {
        Fails<InvalidOperationException>("one.mood", NotThirteen, Good with { One = new("", 0, [], new(13)) });
        Fails<InvalidOperationException>("either.right.mood", NotThirteen, Good with { Either = new Either.Right(new(13)) });
    }

    [Fact]
    public void Converter_ThatWritesWhatCannotBeWritten_NamesItsFieldAndHasTheRestWithin()
    {
        var tree = new Tree("a", new Tree(null!, null, null, [], ImmutableDictionary<string, Tree>.Empty), null, [], ImmutableDictionary<string, Tree>.Empty);

        ContractException failure = Fails<ContractException>("letter.inside", "the value cannot be written: subjects.Tree, field left.name: is null", Good with { Letter = new("", new(tree), new(1, ""), null) });

        Assert.Equal(("subjects.Tree", "left.name"), (((ContractException)failure.InnerException!).Contract, ((ContractException)failure.InnerException).Path));
    }

    [Fact]
    public void Null_FarInside_NamesTheWholeWay()
    {
        Fails("one.parts.name", "is null, and the type of the member does not allow that. Give it a value, or declare it nullable.", Good with { One = Fine([new(null!, 0, [], default)]) });
        Fails("one.parts.parts", "has null among its items, which no field can carry.", Good with { One = Fine([Fine([null!])]) });
        Fails("by_name", "has null among its items, which no field can carry.", Good with { ByName = None.Add("a", null!) });
        Fails("by_name.value.name", "is null", Good with { ByName = None.Add("a", new(null!, 0, [], default)) });
        Fails("by_name.key", "has half a pair of surrogates", Good with { ByName = None.Add("\ud800", Fine([])) });
        Fails("either.left.faulty", "is null", Good with { Either = new Either.Left(null!) });
    }

    [Fact]
    public void Failure_ThatDoesNotComeAgain_IsToldWithoutAPlace()
    {
        Faults once = Good with { One = new("", 1, [], default) };

        var failure = Assert.Throws<ContractException>(() => Contract.ToBytes(once));

        Assert.Equal(("", NoNumber), (failure.Path, failure.Problem));
        Assert.NotEmpty(Contract.ToBytes(once));
    }

    [Theory]
    [InlineData("one.name", 300, 0, 0)]
    [InlineData("by_name.value.name", 100, 200, 10)]
    [InlineData("by_name", 100, 0, 100)]
    [InlineData("one.parts.name", 3, 3, 3)]
    public void TooLarge_NamesTheFieldWithMostOfTheBytes(string path, int own, int inMap, int inEachOfMany)
    {
        var limited = Of<Faults>(new ContractLimits { MaxSize = 250 });
        Faulty part = path == "one.parts.name" ? new(new string('p', 300), 0, [], default) : Fine([]);
        Faults value = Good with
        {
            One = new(new string('a', own), 0, [part], default),
            ByName = Enumerable.Range(0, 5).ToImmutableDictionary(static i => $"{i}", i => new Faulty(new string('b', i == 0 && inMap > 0 ? inMap : inEachOfMany), 0, [], default)),
        };

        var failure = Assert.Throws<ContractException>(() => limited.Size(value));

        Assert.Equal(path, failure.Path);
        Assert.Matches(@"^the value has \d+ bytes, \d+ of them here, and ContractLimits.MaxSize allows 250\.", failure.Problem);
        Assert.InRange(int.Parse(failure.Problem.Split(' ')[5], CultureInfo.InvariantCulture), 200, 600);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(62)]
    public void SharedParts_OnManyLevels_AreRefusedInsteadOfMeasuredForEver(int depth)
    {
        Contract<Tree> trees = GeneratedContract<Tree, TreeContract>.Instance;
        var none = ImmutableDictionary<string, Tree>.Empty;
        Tree twice = new("", null, null, [], none);
        Tree inLists = twice, inMaps = twice;
        for (int i = 0; i < depth; i++) twice = new Tree("", twice, twice, [], none);
        for (int i = 0; i < depth; i++) inLists = new Tree("", null, null, [inLists, inLists, inLists], none);
        for (int i = 0; i < depth / 2; i++) inMaps = new Tree("", null, null, [], none.Add("a", inMaps).Add("b", inMaps).Add("c", inMaps).Add("d", inMaps));

        foreach ((Tree tree, string field) in new[] { (twice, "left"), (inLists, "children"), (inMaps, "named") })
        {
            var failure = Assert.Throws<ContractException>(() => trees.Size(tree));
            Assert.StartsWith(field, failure.Path, StringComparison.Ordinal);
            Assert.Equal("has far more bytes than ContractLimits.MaxSize allows: what stands in a value several times is sent as often. Send less at once, or say once what is shared.", failure.Problem);
        }
    }

    [Fact]
    public void SharedParts_WithinTheLimit_AreWrittenAsOftenAsTheyStandThere()
    {
        Contract<Tree> trees = GeneratedContract<Tree, TreeContract>.Instance;
        Tree tree = new("leaf", null, null, [], ImmutableDictionary<string, Tree>.Empty);
        for (int i = 0; i < 12; i++) tree = new Tree("", tree, tree, [], ImmutableDictionary<string, Tree>.Empty);

        Same.Check(tree, trees.Read(trees.ToBytes(tree)));
    }

    [Fact]
    public void Deepest_AtTheLimitOfSize_IsWritten()
    {
        // Each byte counts once for each message that it is in: the most that a value within its limits can have.
        Tree tree = new(new string('a', 10_000), null, null, [], ImmutableDictionary<string, Tree>.Empty);
        for (int i = 0; i < 98; i++) tree = new Tree("", tree, null, [], ImmutableDictionary<string, Tree>.Empty);
        int size = Of<Tree>(new ContractLimits { MaxDepth = 99 }).Size(tree);
        Contract<Tree> limited = Of<Tree>(new ContractLimits { MaxDepth = 99, MaxSize = size });

        Same.Check(tree, limited.Read(limited.ToBytes(tree)));
        Assert.Throws<ContractException>(() => Of<Tree>(new ContractLimits { MaxDepth = 99, MaxSize = size - 1 }).ToBytes(tree));
    }

    private static Faulty Fine(ImmutableArray<Faulty> parts) => new("fine", 0, parts, default);

    private static Faulty Bad() => new("bad", int.MaxValue, [], default);

    private static void Fails(string path, string problem, Faults value)
    {
        // Twice: the first leaves nothing behind.
        for (int i = 0; i < 2; i++)
        {
            var failure = Assert.Throws<ContractException>(() => Contract.ToBytes(value));
            Assert.Equal(("subjects.Faults", path), (failure.Contract, failure.Path));
            Assert.StartsWith(problem, failure.Problem, StringComparison.Ordinal);
            Assert.Equal(0, Contract.Size(Good));
        }
    }

    private static ContractException Fails<TInner>(string path, string problem, Faults value)
    {
        Fails(path, problem, value);
        var failure = Assert.Throws<ContractException>(() => Contract.Write(value, new byte[1000]));
        Assert.IsType<TInner>(failure.InnerException);
        Assert.Equal(path, failure.Path);
        return failure;
    }

    private static Contract<T> Of<T>(ContractLimits limits)
        where T : notnull
        => new ActorSystem("test", new ActorSystemOptions { ContractLimits = limits, Modules = { global::Coerce.Modules.Coerce_Contracts_Tests.Instance } }).Contracts.Of<T>();
}
