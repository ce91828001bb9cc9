namespace Chat;

public sealed record Translate(string Text);

[Actor]
public sealed partial class Translator
{
    private readonly Dictionaries _dictionaries = new();

    [Handles] string On(Translate message) => _dictionaries.Find(message.Text);

    // Only the outer class is an actor.
    private sealed class Dictionaries
    {
        private int _found;

        public string Find(string text) => $"{text} {++_found}";

        [Handles] int {|COERCE0005:CountFound|}() => _found;
    }
}
