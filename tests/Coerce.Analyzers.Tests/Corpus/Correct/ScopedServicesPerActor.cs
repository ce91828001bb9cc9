namespace Scopes;

public interface IUnitOfWork : IAsyncDisposable
{
    Task CommitAsync(CancellationToken cancellationToken);
}

public sealed class Factory(Func<IUnitOfWork> make)
{
    public IUnitOfWork Make() => make();
}

public sealed record Save(string Text);

[Actor]
public sealed partial class Session([FromServices] Factory factory)
{
    private readonly IUnitOfWork _work = factory.Make();
    private int _saved;

    [Handles]
    async Task<int> On(Save message, CancellationToken cancellationToken)
    {
        await using IUnitOfWork inner = factory.Make();
        await inner.CommitAsync(cancellationToken);
        return _saved += message.Text.Length;
    }

    [OnStop]
    async Task Stopped(CancellationToken cancellationToken)
    {
        await _work.CommitAsync(cancellationToken);
        await _work.DisposeAsync();
    }
}

public static class Use
{
    public static async Task<int> RunAsync(ActorSystem system) => await system.Spawn(Session.Props()).AskAsync(new Save("x"));
}
