namespace Pumps;

[Actor]
public sealed partial class Hydrant
{
    private int _litres;

    public int Litres
    {
        get => _litres;

        [OnStop]
        private {|COERCE0009:set|}
        {
            _litres = value;
        }
    }

    [Handles] int Draw(int litres) => Litres += litres;
}
