namespace Plant;

public sealed record Switch(bool On);

[Actor]
public abstract partial class {|COERCE0002:Device|}(string name)
{
    protected bool IsOn { get; private set; }

    [Handles]
    void On(Switch message)
    {
        IsOn = message.On;
        Apply();
    }

    [Handles] string Describe() => $"{name}: {(IsOn ? "on" : "off")}";

    protected abstract void Apply();
}

public static class Panel
{
    public static async Task<string> ToggleAsync(DeviceRef device, bool on)
    {
        device.Tell(new Switch(on));
        return await device.DescribeAsync();
    }
}
