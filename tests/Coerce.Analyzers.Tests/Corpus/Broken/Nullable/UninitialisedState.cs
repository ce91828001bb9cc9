namespace Old;

[Actor]
public sealed partial class {|COERCE0006:Profile|}
{
    private string {|CS8618:_name|};

    private void Rename(string name) => _name = name;
}
