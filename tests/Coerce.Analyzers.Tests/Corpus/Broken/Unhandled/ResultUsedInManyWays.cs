namespace Alarms;

public sealed record Status;
public sealed record Battery(int Percent);

[Actor]
public sealed partial class Detector
{
    private int _percent = 100;

    [Handles] Battery Drain(int by) => new(_percent -= by);
}

public static class Use
{
    public static async Task<string> RunAsync(DetectorRef detector)
    {
        Battery battery = await {|COERCE0101:detector.AskAsync(new Status())|};
        var (percent, name) = ((int, string))await {|COERCE0101:detector.AskAsync(new Status())|};
        if (await {|COERCE0101:detector.AskAsync(new Status())|} is Battery { Percent: < 10 }) return name;
        string text = $"{await {|COERCE0101:detector.AskAsync(new Status())|}}: {battery.Percent + percent}";
        foreach (int step in new[] { 1, 2 }) text += (await detector.DrainAsync(step)).Percent;
        return text + (await {|COERCE0101:detector.AskAsync(new Status())|}).Percent.ToString();
    }
}
