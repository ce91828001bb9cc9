// The library got a case; two actors of the program have not heard of it.
// ---- assembly Contracts ----
namespace Contracts;

[Contract]
public abstract record Query
{
    private Query()
    {
    }

    public sealed record Count : Query, IRequest<Query, int>;

    [Contract]
    public abstract record Text : Query
    {
        private Text()
        {
        }

        public sealed record First : Text, IRequest<Text, string?>;

        public sealed record Longest(int Most) : Text, IRequest<Text, string?>;
    }
}
// ---- assembly Words ----
using Contracts;

namespace Words;

[Actor("words.list", Protocol = typeof(Query))]
public sealed partial class {|COERCE0102:WordList|}
{
    private readonly List<string> _words = [];

    [Handles] int On(Query.Count message) => _words.Count;

    [Handles] string? On(Query.Text.First message) => _words.FirstOrDefault();
}

[Actor("words.texts", Protocol = typeof(Query.Text))]
public sealed partial class Texts
{
    private readonly List<string> _words = [];

    [Handles] string? On(Query.Text message) => _words.MaxBy(word => word.Length);
}

[Actor("words.empty", Protocol = typeof(Query.Text))]
public sealed partial class {|COERCE0102:Empty|}
{
    [Handles] string? On(Query.Text.Longest message) => message.Most > 0 ? null : "";
}
