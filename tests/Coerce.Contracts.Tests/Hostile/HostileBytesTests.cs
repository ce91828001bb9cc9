using Coerce.Contracts.Subjects;
using Coerce.Dispatch;
using Subjects;

namespace Coerce.Contracts.Tests;

/// <summary>Bytes that nobody meant: a value or a <see cref="ContractException"/>, with memory in proportion.</summary>
public sealed class HostileBytesTests
{
    // Longer by hand: COERCE_STRESS_ROUNDS=400 is a million for each kind.
    private static readonly int Rounds = 2_500 * (int.TryParse(Environment.GetEnvironmentVariable("COERCE_STRESS_ROUNDS"), out int given) ? given : 20);

    // Of an exception with its stack, and of buffers that the pools make once.
    private const int Fixed = 24 * 1024;

    public static TheoryData<Contract> Kinds { get; } =
    [
        GeneratedContract<Numbers, NumbersContract>.Instance,
        GeneratedContract<NumberLists, NumberListsContract>.Instance,
        GeneratedContract<Keys, KeysContract>.Instance,
        GeneratedContract<MaybeTexts, MaybeTextsContract>.Instance,
        GeneratedContract<TextLists, TextListsContract>.Instance,
        GeneratedContract<MaybeTimes, MaybeTimesContract>.Instance,
        GeneratedContract<TimeLists, TimeListsContract>.Instance,
        GeneratedContract<EnumLists, EnumListsContract>.Instance,
        GeneratedContract<Dictionaries, DictionariesContract>.Instance,
        GeneratedContract<ItemCollections, ItemCollectionsContract>.Instance,
        GeneratedContract<Tree, TreeContract>.Instance,
        GeneratedContract<Drawing, DrawingContract>.Instance,
        GeneratedContract<Converted, ConvertedContract>.Instance,
        GeneratedContract<Wide, WideContract>.Instance,
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_MutatedAndRandomBytes_IsAValueOrAContractException(Contract contract)
    {
        var random = new Random(7);
        var mutations = new Mutations(random);
        var values = new RandomValues(random);
        byte[][] seeds = [.. Enumerable.Range(0, 200).Select(_ => contract.ToBytes(values.Make(contract.Type)!))];
        int read = 0, refused = 0;
        for (int i = 0; i < Rounds; i++)
        {
            byte[] bytes = mutations.Of(seeds);
            long before = GC.GetAllocatedBytesForCurrentThread();
            if (IsRead(contract, bytes)) read++;
            else refused++;
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

            if (allocated > Fixed + 200L * bytes.Length) Assert.Fail($"{allocated:N0} bytes for {bytes.Length}: {Convert.ToHexString(bytes)}");
        }

        Assert.True(read > Rounds / 1000, $"{read} of {Rounds} were read");
        Assert.True(refused > Rounds / 1000, $"{refused} of {Rounds} were refused");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_TruncatedAtEveryByte_IsAValueOrAContractException(Contract contract)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            byte[] bytes = contract.ToBytes(new RandomValues(new Random(seed)).Make(contract.Type)!);

            Assert.All(Enumerable.Range(0, bytes.Length), length => IsRead(contract, bytes[..length]));
            Assert.True(IsRead(contract, bytes));
        }
    }

    private static bool IsRead(Contract contract, byte[] bytes)
    {
        try
        {
            return contract.ReadObject(bytes) is not null;
        }
        catch (ContractException)
        {
            return false;
        }
    }
}
