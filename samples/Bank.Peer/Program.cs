using Bank;
using Bank.Peer;
using Coerce;
using Coerce.Dispatch;

const int BrokenInput = 2;

await using var system = new ActorSystem("bank", new ActorSystemOptions { Modules = { Coerce.Modules.Bank.Instance } });
var teller = new Teller(system.Contracts, system.Spawn(Account.Props(balance: 100), "alice"));
int limit = WireEnvelope.Contract.Limits.MaxSize;

await using Stream input = Console.OpenStandardInput();
await using Stream output = Console.OpenStandardOutput();
try
{
    while (await Frames.ReadAsync(input, limit) is { } frame)
        await Frames.WriteAsync(output, await teller.AnswerAsync(frame));

    return 0;
}
catch (InvalidDataException problem)
{
    Console.Error.WriteLine("Bank.Peer: " + problem.Message);
    return BrokenInput;
}
