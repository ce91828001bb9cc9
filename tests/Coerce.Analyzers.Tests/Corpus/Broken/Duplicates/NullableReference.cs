namespace Geometry;

public sealed record Label(string Text);

[Actor]
public sealed partial class Axis
{
    private string _text = "";

    [Handles] void On(Label message) => _text = message.Text;

    [Handles] void {|CS0111:On|}(Label? message) => _text = message?.Text ?? "";

    [Handles] string GetText() => _text;
}
