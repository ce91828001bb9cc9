// Words that look like actors and are none.
namespace Theatre;

[AttributeUsage(AttributeTargets.Class)]
public sealed class ActorAttribute(string name) : Attribute
{
    public string Name => name;
}

[AttributeUsage(AttributeTargets.Method)]
public sealed class HandlesAttribute : Attribute;

[Actor("Hamlet")]
public static class Player
{
    private static int s_lines;

    [Handles] public static int Speak(string line) => s_lines += line.Length;
}

public sealed class PlayerRef
{
    public void Tell(string what) => Player.Speak(what);

    public string Props { get; } = "";
}

[Coerce.Actor]
public sealed partial class Prompter
{
    private int _prompted;

    [Coerce.Handles] int Prompt(PlayerRef player) => _prompted += player.Props.Length;
}
