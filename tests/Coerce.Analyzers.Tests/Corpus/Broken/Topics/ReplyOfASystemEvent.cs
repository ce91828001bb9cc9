namespace News;

[Actor]
public sealed partial class Undertaker
{
    private readonly HashSet<string> _buried = [];

    [Handles, {|COERCE0031:Subscribes(SystemTopics.Names.ActorStopped)|}] bool On(ActorStopped message) => _buried.Add(message.Path);

    [Handles, {|COERCE0031:Subscribes(SystemTopics.Names.DeadLetters)|}]
    ValueTask<int> On(DeadLetter message) => ValueTask.FromResult(message.Path.Length);

    [Handles] int CountBuried() => _buried.Count;
}
