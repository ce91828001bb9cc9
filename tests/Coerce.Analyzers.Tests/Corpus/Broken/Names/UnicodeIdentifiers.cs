namespace Größen;

public sealed record Länge(double Meter);

[Actor]
public sealed class {|COERCE0001:Maßband|}
{
    private double _länge;

    [Handles] double On(Länge nachricht) => _länge += nachricht.Meter;

    [Handles] double Gesamtlänge() => _länge;
}

public static class Schneider
{
    public static async Task<double> MessenAsync(MaßbandRef maßband)
    {
        double λ = await maßband.AskAsync(new Länge(1.5));
        return λ + await maßband.GesamtlängeAsync();
    }
}
// ---- file Omega.cs ----
namespace Größen;

[Actor]
public sealed partial class Ωmega
{
    private int _ψ;

    [Handles] int {|COERCE0003:On|}() => _ψ++;

    [Handles] int Ψ() => _ψ;
}
