namespace Voids;

public sealed record Save(string Text);

[Actor]
public sealed partial class Store
{
    private string _text = "";

    [Handles]
    async void {|COERCE0302:On|}(Save message)
    {
        await Task.Delay(1);
        _text = message.Text;
    }

    [OnStop] async void {|COERCE0302:Stopped|}() => await Task.Delay(_text.Length);

    [Handles] string Text() => _text;
}

public static class Use
{
    public static async Task<string> RunAsync(StoreRef store)
    {
        store.Tell(new Save("x"));
        return await store.TextAsync();
    }
}
