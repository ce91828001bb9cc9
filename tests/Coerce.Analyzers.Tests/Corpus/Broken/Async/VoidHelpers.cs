namespace Voids;

[Actor]
public sealed partial class Notifier([FromServices] HttpClient http)
{
    private int _sent;

    [Handles]
    void Notify(string address)
    {
        Send(address);
        Later();

        async void {|COERCE0302:Later|}() => await Task.Delay(_sent);
    }

    private async void {|COERCE0302:Send|}(string address)
    {
        await http.GetStringAsync(address);
        _sent++;
    }

    [Handles] int Sent() => _sent;
}
