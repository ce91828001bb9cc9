namespace Coerce.Runtime.Tests.Contracts;

[Contract]
public sealed record Credentials(string User, [property: Sensitive] string Password);

[Actor("test.cashdesk")]
public sealed partial class CashDesk
{
    [Handles] decimal Total() => 12.50m;

    [Handles] DateTimeOffset OpenSince() => DateTimeOffset.UnixEpoch;

    [Handles] TimeSpan Pause() => TimeSpan.FromMinutes(5);
}

public sealed class ContractTableTests
{
    private static readonly ActorSystemOptions Options = new() { Modules = { Modules.Coerce_Runtime_Tests.Instance } };

    [Fact]
    public async Task Show_MessageWithContract_IsJsonWithoutSecrets()
    {
        await using var system = new ActorSystem("shown", Options);

        Assert.EndsWith("Credentials {\"user\":\"ada\",\"password\":\"***\"}", system.Contracts.Show(new Credentials("ada", "secret")));
    }

    [Fact]
    public async Task Show_MessageWithoutContract_IsTheNameOfItsType()
    {
        await using var system = new ActorSystem("shown", Options);

        Assert.Equal("Version", system.Contracts.Show(new Version(1, 2)));
    }

    [Fact]
    public async Task Of_ReplyThatProtobufOrCoerceHasAMessageFor_IsThatMessage()
    {
        await using var system = new ActorSystem("replied", Options);

        AssertCarries(system.Contracts, "coerce.Decimal", 12.50m);
        AssertCarries(system.Contracts, "google.protobuf.Timestamp", DateTimeOffset.UnixEpoch.AddTicks(1));
        AssertCarries(system.Contracts, "google.protobuf.Duration", TimeSpan.FromTicks(-1));
    }

    [Fact]
    public async Task Of_TypeWithoutContract_SaysWhatToDo()
    {
        await using var system = new ActorSystem("shown", Options);

        var problem = Assert.Throws<InvalidOperationException>(() => system.Contracts.Of<Version>());
        Assert.Contains("put [Contract] on it", problem.Message, StringComparison.Ordinal);
    }

    private static void AssertCarries<T>(ContractTable contracts, string name, T value)
        where T : notnull
    {
        Contract<T> contract = contracts.Of<T>();

        Assert.Equal(name, contract.Name);
        Assert.Equal(value, contract.Read(contract.ToBytes(value)));
    }
}
