namespace News;

[Actor]
public sealed partial class Janitor
{
    private int _seen;

    [Handles, {|COERCE0033:Subscribes(SystemTopics.Names.DeadLetters)|}] void On(ActorFailed message) => _seen += message.Path.Length;

    [Handles, Subscribes(SystemTopics.Names.ActorStopped)] void On(ActorStopped message) => _seen += message.Path.Length;

    [Handles, {|COERCE0033:Subscribes(SystemTopics.Names.ActorStarted)|}] void On(string message) => _seen += message.Length;
}
