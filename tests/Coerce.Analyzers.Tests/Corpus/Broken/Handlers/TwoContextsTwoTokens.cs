namespace Jobs;

public sealed record Job(int Number);

[Actor]
public sealed partial class Worker
{
    [Handles]
    Task On(Job message, ActorContext<WorkerRef> context, CancellationToken stop, CancellationToken {|COERCE0003:caller|})
        => context.Children.Count > message.Number ? Task.Delay(1, stop) : Task.Delay(1, caller);

    [Handles]
    int Count(ActorContext<WorkerRef> here, ActorContext<WorkerRef> {|COERCE0003:there|}) => here.Children.Count + there.Children.Count;

    [Handles] string Tenant(RequestScope first, RequestScope {|COERCE0003:second|}) => first.Get<string>() + second.Get<string>();
}
