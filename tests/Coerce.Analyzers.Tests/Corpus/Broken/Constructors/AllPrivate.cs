namespace Depots;

[Actor]
public sealed partial class {|COERCE0007:Vault|}
{
    private readonly string _code;

    private Vault(string code) => _code = code;

    public static Vault Create(string code) => new(code);

    [Handles] bool Unlock(string code) => code == _code;
}

public static class Use
{
    public static async Task<bool> RunAsync(ActorSystem system) => await system.Spawn(Vault.Props("1234")).UnlockAsync("1234");
}
