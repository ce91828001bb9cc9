namespace Imports;

file static partial class Helpers
{
    [Actor]
    public sealed partial class {|COERCE0002:Trimmer|}
    {
        [Handles] string Trim(string text) => text.Trim();
    }
}

[Actor]
public sealed partial class Cleaner
{
    [Handles] string Clean(string text) => text.Replace(" ", "");
}
