namespace Derived;

public abstract record Animal(string Name);
public record Dog(string Name) : Animal(Name);
public sealed record Puppy(string Name, int Weeks) : Dog(Name);
public sealed record Cat(string Name) : Animal(Name);

[Actor]
public sealed partial class Vet
{
    private int _seen;

    [Handles] string On(Animal message) => $"{message.Name} {++_seen}";

    [Handles] int On(Dog message) => _seen += message.Name.Length;
}

public static class Use
{
    public static async Task<string> RunAsync(VetRef vet)
    {
        int dog = await vet.AskAsync(new Dog("rex"));
        int puppy = await vet.AskAsync(new Puppy("bob", 3));
        string cat = await vet.AskAsync(new Cat("tom"));
        Animal any = new Puppy("max", 4);
        vet.Tell(any);
        IReceive<Puppy> receiver = (IReceive<Dog>)vet;
        receiver.Tell(new Puppy("kim", 1));
        return cat + dog + puppy;
    }
}
