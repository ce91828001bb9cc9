namespace Finding;

[Actor]
public sealed partial class Named
{
    [Handles] string Where(ActorContext<NamedRef> context) => context.Path;
}

public static class Use
{
    public static async Task<string> RunAsync(ActorSystem system, CancellationToken cancellationToken)
    {
        NamedRef named = system.Spawn(Named.Props(), "one");
        NamedRef? found = system.Find<NamedRef>("one");
        if (found is null || found != named || found.Status == ActorStatus.Stopped) return "gone";
        try
        {
            system.Spawn(Named.Props(), "one");
        }
        catch (ActorAlreadyExistsException exists)
        {
            return exists.Path;
        }

        string where = await found.WhereAsync(cancellationToken);
        await found.StopAsync(immediately: true, cancellationToken);
        try
        {
            return await found.AskAsync(new Named.Messages.Where(), TimeSpan.FromMilliseconds(10), cancellationToken);
        }
        catch (ActorStoppedException stopped)
        {
            return where + stopped.Path;
        }
        catch (AskTimeoutException late)
        {
            return $"{late.AskedMessage} {late.QueueLength} {late.CurrentHandler}";
        }
    }
}
