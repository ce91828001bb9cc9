namespace @class.@struct;

public sealed record @int(string @string);

[Actor]
public sealed partial class @event
{
    private string _last = "";

    [Handles] string On(@int @params, ActorContext<@interfaceRef> {|COERCE0003:@context|}) => _last = @params.@string;

    [Handles] void @do(@int @while) => _last = @while.@string;
}

[Actor]
public sealed partial class @interface
{
    private int _n;

    [Handles] int {|COERCE0008:@Stop|}() => _n++;

    [Handles] int @Go() => _n;
}
