namespace Orders;

public sealed record Loaded(string Text);

[Actor]
public sealed partial class Page(ActorContext<PageRef> context)
{
    [OnStart] void Started() => context.PipeToSelf(LoadAsync(), _ => new Messages.Failed("why"));

    private static async Task<Messages.Failed> LoadAsync()
    {
        await Task.Yield();
        return new Messages.Failed("late");
    }

    [Behavior(Initial = true)]
    private sealed partial class Loading(Page page, ActorContext<PageRef> context)
    {
        [Handles] void On(Loaded message) => page.Become(new Shown(message.Text));

        [Handles] void Failed(string why) => context.Stop();
    }

    [Behavior]
    private sealed partial class Shown(string text)
    {
        [Handles] int {|COERCE0116:On|}(Loaded message) => text.Length + message.Text.Length;

        [Handles] bool {|COERCE0116:Failed|}(string why) => why.Length > 0;
    }
}

public static class Use
{
    public static IDisposable Follow(ActorSystem system, PageRef page) => system.Topic<Loaded>("pages").Subscribe(page);
}
