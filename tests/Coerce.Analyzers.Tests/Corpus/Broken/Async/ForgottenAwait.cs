namespace Forgotten;

public sealed record Reset;

[Actor]
public sealed partial class Panel
{
    private int _pressed;

    [Handles] int Press() => ++_pressed;

    [Handles] void On(Reset message) => _pressed = 0;
}

public sealed class Button(PanelRef panel)
{
    public event Action? Pressed;

    public void Press() => panel.{|COERCE0305:PressAsync|}();

    public void Reset(PanelRef? other)
    {
        Pressed += () => panel.{|COERCE0305:PressAsync|}();
        panel.{|COERCE0305:AskAsync|}(new Reset());
        other?.Tell(new Reset());
        _ = panel.PressAsync();
        Pressed?.Invoke();
    }

    public async Task BothAsync()
    {
        {|CS4014:panel.PressAsync()|};
        await panel.PressAsync();
    }
}
