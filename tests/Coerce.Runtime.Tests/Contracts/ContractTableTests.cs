namespace Coerce.Runtime.Tests.Contracts;

[Contract]
public sealed record Credentials(string User, [property: Sensitive] string Password);

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
    public async Task Of_TypeWithoutContract_SaysWhatToDo()
    {
        await using var system = new ActorSystem("shown", Options);

        var problem = Assert.Throws<InvalidOperationException>(() => system.Contracts.Of<Version>());
        Assert.Contains("put [Contract] on it", problem.Message, StringComparison.Ordinal);
    }
}
