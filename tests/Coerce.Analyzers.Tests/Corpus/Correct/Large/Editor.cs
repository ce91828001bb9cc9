using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text;

namespace LargeEditor
{
    namespace Model
    {
        public readonly record struct Position(int Line, int Column) : IComparable<Position>
        {
            public int CompareTo(Position other) => (Line, Column).CompareTo((other.Line, other.Column));

            public static bool operator <(Position left, Position right) => left.CompareTo(right) < 0;

            public static bool operator >(Position left, Position right) => left.CompareTo(right) > 0;
        }

        public readonly record struct Range(Position Start, Position End)
        {
            public bool IsEmpty => Start == End;

            public static Range At(int line, int column) => new(new Position(line, column), new Position(line, column));
        }

        public abstract record Edit(Guid Id, Range Where)
        {
            public sealed record Insert(Guid Id, Range Where, string Text) : Edit(Id, Where);

            public sealed record Delete(Guid Id, Range Where) : Edit(Id, Where);

            public sealed record Replace(Guid Id, Range Where, string Text) : Edit(Id, Where);
        }

        public sealed record Snapshot(int Version, ImmutableArray<string> Lines)
        {
            public static readonly Snapshot Empty = new(0, [""]);

            public string Text => string.Join('\n', Lines);

            public Snapshot Apply(Edit edit) => edit switch
            {
                Edit.Insert insert => Replace(insert.Where with { End = insert.Where.Start }, insert.Text),
                Edit.Delete delete => Replace(delete.Where, ""),
                Edit.Replace replace => Replace(replace.Where, replace.Text),
                _ => throw new NotSupportedException(edit.GetType().Name),
            };

            private Snapshot Replace(Range where, string text)
            {
                string before = Lines[where.Start.Line][..where.Start.Column];
                string after = Lines[where.End.Line][where.End.Column..];
                string[] added = (before + text + after).Split('\n');
                return new Snapshot(Version + 1, [.. Lines[..where.Start.Line], .. added, .. Lines[(where.End.Line + 1)..]]);
            }
        }

        public sealed record Mark(Range Where, string Message, Severity Severity);

        public enum Severity : byte
        {
            Hint,
            Warning,
            Error,
        }
    }

    namespace Messages
    {
        using Model;

        public sealed record Change(Edit Edit, int BasedOn);

        public abstract record ChangeReply
        {
            public sealed record Accepted(int Version) : ChangeReply;

            public sealed record Conflict(Snapshot Current) : ChangeReply;
        }

        public sealed record Changed(string Path, Snapshot Snapshot, Edit Edit);

        public sealed record Checked(string Path, int Version, ImmutableArray<Mark> Marks);

        public readonly record struct Undo;

        public readonly record struct Redo;
    }

    namespace Actors
    {
        using Messages;
        using Model;
        using Line = (int Number, string Text);

        [Actor("large.editor.document")]
        public sealed partial class Document(string path, ActorContext<DocumentRef> context)
        {
            private ImmutableStack<(Snapshot Before, Edit Edit)> _done = [];
            private ImmutableStack<(Snapshot Before, Edit Edit)> _undone = [];
            private Snapshot _current = Snapshot.Empty;

            [Handles]
            ChangeReply On(Change message)
            {
                if (message.BasedOn != _current.Version) return new ChangeReply.Conflict(_current);
                _done = _done.Push((_current, message.Edit));
                _undone = [];
                Set(_current.Apply(message.Edit), message.Edit);
                return new ChangeReply.Accepted(_current.Version);
            }

            [Handles]
            bool On(Undo message)
            {
                if (_done.IsEmpty) return false;
                _done = _done.Pop(out (Snapshot Before, Edit Edit) last);
                _undone = _undone.Push((_current, last.Edit));
                Set(last.Before, last.Edit);
                return true;
            }

            [Handles]
            bool On(Redo message)
            {
                if (_undone.IsEmpty) return false;
                _undone = _undone.Pop(out (Snapshot Before, Edit Edit) next);
                _done = _done.Push((_current, next.Edit));
                Set(next.Before, next.Edit);
                return true;
            }

            [Handles] Snapshot Read() => _current;

            [Handles]
            async IAsyncEnumerable<Line> Lines(int from = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
            {
                Snapshot snapshot = _current;
                for (int i = from; i < snapshot.Lines.Length; i++)
                {
                    await Task.Delay(0, cancellationToken);
                    yield return (i + 1, snapshot.Lines[i]);
                }
            }

            private void Set(Snapshot snapshot, Edit edit)
            {
                _current = snapshot;
                context.System.Topic<Changed>("large.editor.changed").Publish(new Changed(path, snapshot, edit));
            }
        }

        [Actor("large.editor.checker", MailboxCapacity = 5, WhenFull = MailboxPolicy.DropOldest)]
        public sealed partial class Checker(ImmutableArray<string> words, ActorContext<CheckerRef> context)
        {
            private readonly ImmutableHashSet<string> _words = words.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
            private int _checked;

            [Handles, Subscribes("large.editor.changed")]
            async Task On(Changed message, CancellationToken cancellationToken)
            {
                var marks = ImmutableArray.CreateBuilder<Mark>();
                for (int line = 0; line < message.Snapshot.Lines.Length; line++)
                {
                    if (line % 100 == 99) await Task.Delay(1, cancellationToken);
                    marks.AddRange(Check(line, message.Snapshot.Lines[line]));
                }

                _checked++;
                context.System.Topic<Checked>("large.editor.checked").Publish(new Checked(message.Path, message.Snapshot.Version, marks.DrainToImmutable()));
            }

            [Handles] int CountChecked() => _checked;

            private IEnumerable<Mark> Check(int line, string text)
            {
                int start = 0;
                foreach (string word in text.Split(' '))
                {
                    if (word.Length > 0 && !_words.Contains(word))
                    {
                        var range = new Range(new Position(line, start), new Position(line, start + word.Length));
                        yield return new Mark(range, $"'{word}' is no word.", word.Length > 10 ? Severity.Error : Severity.Warning);
                    }

                    start += word.Length + 1;
                }
            }
        }

        [Actor("large.editor.workspace")]
        public sealed partial class Workspace(string root, ActorContext<WorkspaceRef> context)
        {
            private readonly Dictionary<string, DocumentRef> _documents = new(StringComparer.Ordinal);
            private readonly Dictionary<string, ImmutableArray<Mark>> _marks = new(StringComparer.Ordinal);

            [Handles]
            async Task<DocumentRef> Open(string path, CancellationToken cancellationToken)
            {
                if (_documents.TryGetValue(path, out DocumentRef? open)) return open;
                DocumentRef document = await context.SpawnAsync(Document.Props(path), Uri.EscapeDataString(path), cancellationToken);
                string file = Path.Combine(root, path);
                if (File.Exists(file))
                {
                    string text = await File.ReadAllTextAsync(file, Encoding.UTF8, cancellationToken);
                    await document.AskAsync(new Change(new Edit.Insert(Guid.NewGuid(), Range.At(0, 0), text), BasedOn: 0), cancellationToken);
                }

                context.Watch(document);
                return _documents[path] = document;
            }

            [Handles]
            async Task<int> SaveAll(CancellationToken cancellationToken)
            {
                int saved = 0;
                foreach ((string path, DocumentRef document) in _documents)
                {
                    Snapshot snapshot = await document.ReadAsync(cancellationToken);
                    await File.WriteAllTextAsync(Path.Combine(root, path), snapshot.Text, cancellationToken);
                    saved += snapshot.Version;
                }

                return saved;
            }

            [Handles, Subscribes("large.editor.checked")] void On(Checked message) => _marks[message.Path] = message.Marks;

            [Handles] ImmutableArray<Mark> Marks(string path, Severity least = Severity.Hint)
                => _marks.TryGetValue(path, out ImmutableArray<Mark> marks) ? [.. marks.Where(mark => mark.Severity >= least)] : [];

            [Handles]
            void On(Terminated message)
            {
                foreach (string path in _documents.Keys.Where(path => _documents[path] == message.Actor).ToArray()) _documents.Remove(path);
            }
        }
    }

    namespace Running
    {
        using Actors;
        using Messages;
        using Model;

        public static class Entry
        {
            public static async Task<int> RunAsync(ActorSystem system, string root)
            {
                WorkspaceRef workspace = await system.SpawnAsync(Workspace.Props(root), "workspace");
                CheckerRef checker = system.SpawnPool(Checker.Props(["hello", "world"]), 2, Routing.LeastLoaded, "checkers");
                DocumentRef document = await workspace.OpenAsync("a.txt");
                ChangeReply reply = await document.AskAsync(new Change(new Edit.Insert(Guid.NewGuid(), Model.Range.At(0, 0), "helo world"), 0));
                if (reply is ChangeReply.Conflict { Current: var current }) Console.WriteLine(current.Text);
                bool undone = await document.AskAsync(new Undo()) && await document.AskAsync(new Redo());
                int length = 0;
                await foreach ((int number, string text) in document.LinesAsync(from: 0)) length += number + text.Length;
                ImmutableArray<Mark> marks = await workspace.MarksAsync("a.txt", Severity.Warning);
                return length + marks.Length + (undone ? 1 : 0) + await checker.CountCheckedAsync() + await workspace.SaveAllAsync();
            }
        }
    }
}
