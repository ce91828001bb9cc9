namespace Crossing;

[Actor]
public sealed partial class Lamp
{
    private bool _on;

    [Handles] void Switch(bool on) => _on = on;

    [Handles] bool IsOn() => _on;
}

[Actor]
public sealed partial class Recorder
{
    private readonly List<object> _all = [];

    [Handles] void On(Lamp.Messages.Switch message) => _all.Add(message.On);

    [Handles] void Note(IReadOnlyList<Lamp.Messages.IsOn> questions, LampRef lamp) => _all.Add((questions.Count, lamp));

    [Handles] int Count() => _all.Count;
}

[Actor]
public sealed partial class Wall(LampRef lamp, RecorderRef recorder)
{
    [Handles]
    async Task<bool> Press(bool on)
    {
        var message = new Lamp.Messages.Switch(on);
        recorder.Tell(message);
        await lamp.AskAsync(message);
        await recorder.NoteAsync([default, default], lamp);
        return await lamp.IsOnAsync() && await recorder.CountAsync() > 0;
    }
}
