#nullable disable
namespace Legacy;

public class Person
{
    public Person(string name) => Name = name;

    public string Name { get; }
}

[Actor]
public sealed partial class Registry
{
    private readonly Dictionary<string, Person> _people = new Dictionary<string, Person>();
    private string _last;

    public Registry(string first, Person someone = null)
    {
        _last = first;
        if (someone != null) _people[someone.Name] = someone;
    }

    [Handles] void On(Person message) => _people[_last = message.Name] = message;

    [Handles] Person Find(string name) => _people.TryGetValue(name, out Person found) ? found : null;

    [Handles] string Last() => _last;
}

public static class Use
{
    public static async Task<string> RunAsync(ActorSystem system)
    {
        RegistryRef registry = system.Spawn(Registry.Props("none"), "registry");
        registry.Tell(new Person("anna"));
        Person anna = await registry.FindAsync("anna");
        return anna == null ? await registry.LastAsync() : anna.Name;
    }
}
