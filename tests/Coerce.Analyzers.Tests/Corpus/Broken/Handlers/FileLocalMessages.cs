namespace Local;

file sealed record Draft(string Text);

internal sealed record Final(string Text);

[Actor]
internal sealed partial class Editor
{
    private int _length;

    [Handles] int {|CS9051:On|}(Draft message) => _length += message.Text.Length;

    [Handles] int On(Final message) => _length += message.Text.Length;
}

internal static class Use
{
    internal static async Task<int> RunAsync(EditorRef editor) => await editor.AskAsync(new Final("x")) + new Draft("y").Text.Length;
}
