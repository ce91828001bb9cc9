// ---- assembly Devices ----
namespace Devices;

[Actor]
public partial class Device
{
    private int _level;

    [Handles] int Level() => _level;

    [Handles] void Set(int level) => _level = level;
}
// ---- assembly Home ----
using Devices;

namespace Home;

[Actor]
public sealed partial class {|COERCE0002:Heater|} : Device
{
    private int _degrees;

    [Handles] int Heat(int by) => _degrees += by;
}

public static class Use
{
    public static async Task<int> RunAsync(DeviceRef device, HeaterRef heater)
    {
        await device.SetAsync(1);
        int degrees = await heater.HeatAsync(2);
        return degrees;
    }
}
