namespace Work;

public sealed record Run(string Name);

[Actor("work.runner")]
public sealed partial class Runner
{
    [Handles] {|COERCE0401:Lazy<int>|} On(Run run) => new(run.Name.Length);

    [Handles] {|COERCE0401:Type|} WhichType() => typeof(Runner);

    [Handles] int Count(int many) => many;
}
