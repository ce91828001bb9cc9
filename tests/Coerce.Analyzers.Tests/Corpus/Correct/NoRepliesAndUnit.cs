namespace Silent;

public readonly record struct Unit;
public sealed record Note(string Text);

[Actor]
public sealed partial class Diary
{
    private string _all = "";

    [Handles] void On(Note message) => _all += message.Text;

    [Handles] Unit Clear()
    {
        _all = "";
        return default;
    }

    [Handles] ValueTask<Unit> ClearLater() => new(default(Unit));

    [Handles] async ValueTask Wait(int milliseconds) => await Task.Delay(milliseconds);

    [Handles] object? Anything(int number) => number switch { 0 => null, 1 => _all, _ => number };

    [Handles] Exception? Problem() => _all.Length > 1_000 ? new InvalidOperationException("Full.") : null;

    [Handles] Type Kind() => typeof(Diary);
}

public static class Use
{
    public static async Task<string?> RunAsync(DiaryRef diary)
    {
        await diary.AskAsync(new Note("a"));
        Unit unit = await diary.ClearAsync();
        await diary.WaitAsync(1);
        Unit later = await diary.ClearLaterAsync();
        if (await diary.ProblemAsync() is { } problem) throw problem;
        return (await diary.AnythingAsync(unit == later ? 1 : 0))?.ToString() + (await diary.KindAsync()).Name;
    }
}
