namespace Threads;

[Actor]
public sealed partial class Loader(ActorContext<LoaderRef> context)
{
    private int _loaded;

    [Handles] void Load(string path) => Task.Run(async () => {|COERCE0205:_loaded|} += (await File.ReadAllTextAsync(path)).Length);

    [Handles]
    Deferred<int> Count()
    {
        return Deferred.Run(_ => Task.FromResult({|COERCE0205:_loaded|}));
    }

    [Handles] int Loaded() => _loaded;

    [OnStart] void Started() => context.System.DeadLetters.Subscribe(letter => Console.WriteLine(letter.Path));
}
