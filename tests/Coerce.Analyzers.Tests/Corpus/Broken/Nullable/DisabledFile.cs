#nullable disable
namespace Old;

public class Customer
{
    public string Name { get; init; }
}

[Actor]
public sealed partial class Customers
{
    private readonly Dictionary<string, Customer> _all = new Dictionary<string, Customer>();

    [Handles] void On(Customer message) => _all[message.Name] = message;

    [Handles] static Customer {|COERCE0003:Find|}(string name) => new Customer { Name = name };
}
// ---- file New.cs ----
namespace Old;

public static class Use
{
    public static async Task<int> RunAsync(CustomersRef customers)
    {
        customers.Tell(new Customer { Name = "anna" });
        Customer? found = await customers.FindAsync("anna");
        customers.Tell("anna");
        return found?.Name.Length ?? 0;
    }
}
