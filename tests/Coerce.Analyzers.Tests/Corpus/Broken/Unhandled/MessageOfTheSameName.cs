using Old;

namespace Old
{
    public sealed record Save(string Text);
}

namespace New
{
    public sealed record Save(string Text, int Version);

    [Actor]
    public sealed partial class Document
    {
        private string _text = "";

        [Handles] string On(Save message) => _text += message.Text;
    }
}

public static class Editor
{
    public static async Task<string> SaveAsync(New.DocumentRef document)
    {
        string text = await {|COERCE0101:document.AskAsync(new Save("text"))|};
        return text + await document.AskAsync(new New.Save("text", 2));
    }
}
