// The reply may be null, and the caller does not look.
namespace Old;

public sealed record Find(string Name);
public sealed record Person(string Name, Person? Boss);

[Actor]
public sealed partial class Staff
{
    private readonly Dictionary<string, Person> _staff = [];

    [Handles] Person? On(Find message) => _staff.GetValueOrDefault(message.Name);

    [Handles] void Hire(Person person) => _staff[person.Name] = person;
}

public static class Use
{
    public static async Task<int> RunAsync(StaffRef staff)
    {
        await staff.HireAsync({|CS8625:null|});
        Person? boss = await staff.AskAsync(new Find("anna"));
        string name = {|CS8602:boss|}.Name;
        staff.Tell({|CS8600:{|CS8625:(Find)null|}|});
        return name.Length;
    }
}
