namespace Factory;

public readonly record struct Weld(int Seam);

// The compiler asks for the word on the other part by itself.
[Actor]
public sealed class {|CS0260:Welder|}
{
    [Handles] bool On(Weld message) => _seams.Add(message.Seam);
}
// ---- file Welder.State.cs ----
namespace Factory;

partial class Welder
{
    private readonly HashSet<int> _seams = [];

    [Handles] int CountSeams() => _seams.Count;
}
