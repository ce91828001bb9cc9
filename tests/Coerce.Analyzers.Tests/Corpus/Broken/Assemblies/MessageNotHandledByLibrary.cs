// ---- assembly Messages ----
namespace Messages;

[Contract]
public sealed record Print(string Text);
public sealed record Staple(int Pages);
// ---- assembly Office ----
using Messages;

namespace Office;

[Actor("office.printer")]
public sealed partial class Printer
{
    private int _printed;

    [Handles] int On(Print message) => _printed += message.Text.Length;
}
// ---- program Desk ----
using Messages;
using Office;

await using var system = new ActorSystem("desk");
PrinterRef printer = system.Spawn(Printer.Props(), "printer");
int printed = await printer.AskAsync(new Print("letter"));
bool stapled = await {|COERCE0101:printer.AskAsync(new Staple(printed))|};
Console.WriteLine(stapled);
