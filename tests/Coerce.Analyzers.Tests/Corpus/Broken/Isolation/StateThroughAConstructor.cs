namespace Replies;

[Actor]
public sealed partial class Samples(double[] values)
{
    private readonly System.Text.StringBuilder _log = new();

    [Handles] double[] Values() => {|COERCE0203:values|};

    [Handles] async Task<IReadOnlyCollection<double>> Sorted()
    {
        await Task.Yield();
        _log.AppendLine("sorted");
        return values.Length == 0 ? [] : {|COERCE0203:values|};
    }

    [Handles] string Log() => _log.ToString();
}
