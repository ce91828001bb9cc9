namespace Coerce.Generators.Benchmarks.CompileTime;

/// <summary>The sources of a program of many actors, one file each, and of as much code that has nothing to do with them.</summary>
internal static class Corpus
{
    internal const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Runtime.CompilerServices;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Coerce;
        global using Corpus.Shared;
        """;

    internal const string Shared = """
        namespace Corpus.Shared;

        public interface IClock { DateTimeOffset Now { get; } }

        public enum Priority { Low, Normal, High }

        public sealed record Money(decimal Amount, string Currency);
        """;

    /// <summary>Four for each actor, beside the one that is edited: all of them in ten actors in a row.</summary>
    private static readonly string[] Handlers =
    [
        "[Handles] int On(Order# m) => _state += m.Count;",
        "[Handles] int GetTotal() => _state;",
        "[Handles] async Task<Receipt#> On(Query# m, CancellationToken ct) { await Task.Delay(m.Depth, ct); return new Receipt#(m.Id, new Money(_state, \"EUR\"), [m.Id.ToString()]); }",
        "[Handles] async ValueTask<bool> Forward(Actor~Ref next, int amount, ActorContext<Actor#Ref> context) { _state -= amount; await next.StopAsync(); return context.Self is not null; }",
        "[Handles] void On(Note# m) { foreach (string line in m.Lines) if (line.Length > _state) _notes.Add(line); }",
        "[Handles] IReadOnlyList<string> Notes(int skip = 0, string? prefix = null) => [.. _notes.Skip(skip).Where(note => prefix is null || note.StartsWith(prefix, StringComparison.Ordinal))];",
        "[Handles] async IAsyncEnumerable<(int Index, string Text)> Lines([EnumeratorCancellation] CancellationToken ct) { for (int i = 0; i < _notes.Count; i++) { await Task.Yield(); ct.ThrowIfCancellationRequested(); yield return (i, _notes[i]); } }",
        "[Handles] Deferred<Money> On(Price# m) => Deferred.Run(async ct => { await Task.Delay(1, ct); return new Money(m.Count * 2m, \"EUR\"); });",
        "[Handles] Money? On(IReadOnlyDictionary<string, Money> m, ActorContext<Actor#Ref> context) => m.Values.FirstOrDefault(money => money.Amount > _state);",
        "[Handles] void SetPriority(Priority priority, DateTimeOffset? until) => _notes.Add($\"{priority} until {until ?? clock.Now}\");",
    ];

    /// <summary>Some lines that a project has beside its actors.</summary>
    internal static string Unrelated(int number, int edit = 0, string extra = "") => $$"""
        namespace Corpus.Unrelated;

        /// <summary>Code without actors.</summary>
        [Obsolete("Only here to be compiled.", error: false)]
        public sealed class Unrelated{{number}}
        {
            private readonly List<string> _lines = [];

            public int Count => _lines.Count + {{edit}};
        {{extra}}
            public void Add(string line) => _lines.Add(line.Trim());

            public IEnumerable<string> Find(Func<string, bool> predicate)
            {
                foreach (string line in _lines)
                {
                    if (predicate(line)) yield return line;
                }
            }
        }
        """;

    /// <param name="number">Which actor.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="edit">Changes what a handler does.</param>
    /// <param name="extra">Handlers beside the five.</param>
    internal static string Actor(int number, int count, int edit = 0, string extra = "")
    {
        IEnumerable<string> handlers = Enumerable.Range(0, 4).Select(i => Handlers[(number + (2 * i)) % Handlers.Length]);
        return $$"""
            namespace Corpus.Area~Area;

            public readonly record struct Order#(string Article, int Count);
            public sealed record Query#(Guid Id, int Depth);
            public sealed record Receipt#(Guid Id, Money Total, IReadOnlyList<string> Lines);
            public sealed record Note#(IReadOnlyList<string> Lines);
            public readonly record struct Price#(int Count);

            [Actor("corpus.actor#")]
            public sealed partial class Actor#(int start, [FromServices] IClock clock)
            {
                private readonly List<string> _notes = [];
                private int _state = start;

                {{string.Join("\n\n    ", handlers)}}

                [Handles] int Edited(int amount) => amount + {{edit}} + _notes.Count + clock.Now.Year + _state;
            {{extra}}
                [OnStart] void Started(ActorContext<Actor#Ref> context) => _notes.Add(context.Self.ToString()!);
            }
            """
            .Replace("~Area", Area(number), StringComparison.Ordinal)
            .Replace("Actor~Ref", $"Corpus.Area{Area((number + 1) % count)}.Actor{(number + 1) % count}Ref", StringComparison.Ordinal)
            .Replace("#", $"{number}", StringComparison.Ordinal);
    }

    private static string Area(int number) => $"{number / 10}";
}
