#define METRIC
#undef IMPERIAL
#if IMPERIAL
#error Not here.
#endif

namespace Conditions
{
#region Messages
#if METRIC
    public readonly record struct Length(double Metres);
#else
    public readonly record struct Length(double Feet);
#endif
#endregion

    [Actor]
    public sealed partial class Ruler
    {
#if METRIC
        private double _metres;

        [Handles] double On(Length message) => _metres += message.Metres;
#elif IMPERIAL
        [Handles] double On(Length message) => message.Feet;
#endif

#pragma warning disable CS0414 // kept for the debugger
        private readonly int _unused = 1;
#pragma warning restore CS0414

#line 500 "Ruler.template"
        [Handles] double Reset() => _metres = 0;
#line default

#nullable disable
        [Handles] string Name(string prefix) => prefix + "ruler";
#nullable restore
    }
}
