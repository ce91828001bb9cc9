namespace Weather;

public sealed record Report(double Degrees);

[Actor]
public sealed partial class {|COERCE0006:Station|}
{
    private double _degrees;

    private void On(Report message) => _degrees = message.Degrees;

    public double Degrees() => _degrees;
}

public static class Use
{
    public static async Task<double> RunAsync(ActorSystem system)
    {
        StationRef station = system.Spawn(Station.Props(), "station");
        station.Tell(new Report(20.5));
        return await station.AskAsync("degrees");
    }
}
