namespace Weather;

public sealed record Gust(double Speed);

public abstract class WindBase
{
    protected double Strongest { get; private set; }

    protected void Note(Gust gust) => Strongest = Math.Max(Strongest, gust.Speed);
}

[Actor]
public sealed partial class {|COERCE0006:Anemometer|} : WindBase
{
    private void On(Gust message) => Note(message);
}
// ---- file Use.cs ----
namespace Weather;

public sealed class Forecast(AnemometerRef wind)
{
    public void Blow(double speed) => wind.Tell(new Gust(speed));

    public ValueTask StopAsync() => new(wind.StopAsync());
}
