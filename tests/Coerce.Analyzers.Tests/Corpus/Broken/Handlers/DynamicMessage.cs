namespace Scripting;

[Actor]
public sealed partial class Interpreter
{
    private int _calls;

    [Handles]
    int On(dynamic {|COERCE0003:message|})
    {
        _calls++;
        return (int)message.Length;
    }

    [Handles] Task<IReadOnlyList<dynamic>> {|COERCE0003:Evaluate|}(string script) => Task.FromResult<IReadOnlyList<dynamic>>([script, _calls]);

    [Handles] void Load(IReadOnlyDictionary<string, dynamic> {|COERCE0003:globals|}) => _calls += globals.Count;
}
