namespace Pumps;

public sealed record Tenant(string Name);

[Actor]
public sealed partial class Meter
{
    private string _tenant = "";

    // Nobody sent the start, so nobody sent a scope along.
    [OnStart] void Started(RequestScope {|COERCE0009:scope|}) => _tenant = scope.Get<Tenant>().Name;

    [Handles] string GetTenant(RequestScope scope) => scope.TryGet(out Tenant? tenant) ? tenant.Name : _tenant;
}
