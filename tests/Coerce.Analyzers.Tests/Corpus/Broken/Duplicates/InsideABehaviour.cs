namespace Doors;

public readonly record struct Open;

[Actor]
public sealed partial class Door
{
    [Handles] string Describe() => "a door";

    [Behavior(Initial = true)]
    private sealed partial class Shut(Door door)
    {
        [Handles] void On(Open message) => door.Become(new Wide());

        [Handles] void {|COERCE0004:On|}(Open message, RequestScope scope) => scope.ToString();

        [Handles] string {|COERCE0004:Describe|}() => "a shut door";
    }

    [Behavior]
    private sealed partial class Wide
    {
        [Handles] void On(Open message) { }
    }
}
