using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace LargeChat;

public readonly record struct UserId(Guid Value)
{
    public static UserId New() => new(Guid.NewGuid());
}

public sealed record Profile(UserId Id, string Name, Uri? Picture = null);

[Flags]
public enum Rights
{
    None = 0,
    Read = 1,
    Write = 2,
    Moderate = 4,
    All = Read | Write | Moderate,
}

public abstract record ChatLine(long Number, DateTimeOffset At);
public sealed record Said(long Number, DateTimeOffset At, Profile Who, string Text) : ChatLine(Number, At);
public sealed record Joined(long Number, DateTimeOffset At, Profile Who) : ChatLine(Number, At);
public sealed record Left(long Number, DateTimeOffset At, Profile Who, string? Reason) : ChatLine(Number, At);

public sealed record Join(Profile Who, Rights Rights);
public sealed record Leave(UserId Who, string? Reason);
public sealed record Say(UserId Who, string Text);
public sealed record Mute(UserId By, UserId Who, TimeSpan Time);
public sealed record Unmute(UserId Who);

public abstract record SayReply
{
    private SayReply()
    {
    }

    public sealed record Posted(long Number) : SayReply;

    public sealed record Refused(string Why) : SayReply;
}

public sealed record RoomSummary(string Name, int Members, long Lines, ImmutableArray<string> Names);

internal static class Censor
{
    private static readonly ImmutableHashSet<string> Words = ["darn", "heck"];

    public static string Clean(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (Range word in text.Split(' '))
        {
            if (clean.Length > 0) clean.Append(' ');
            string one = text[word].ToString();
            clean.Append(Words.Contains(one) ? new string('*', one.Length) : one);
        }

        return clean.ToString();
    }
}

[Actor("large.chat.room", OnFailure = FailureAction.Restart, MaxRestarts = 10, BackoffMilliseconds = 10)]
public sealed partial class Room(string name, int keep = 100)
{
    private readonly Dictionary<UserId, Member> _members = [];
    private readonly LinkedList<ChatLine> _lines = [];
    private long _number;

    private sealed record Member(Profile Profile, Rights Rights)
    {
        public DateTimeOffset? MutedUntil { get; init; }
    }

    [Handles]
    bool On(Join message, ActorContext<RoomRef> context)
    {
        if (!_members.TryAdd(message.Who.Id, new Member(message.Who, message.Rights))) return false;
        Add(context, (number, at) => new Joined(number, at, message.Who));
        return true;
    }

    [Handles]
    void On(Leave message, ActorContext<RoomRef> context)
    {
        if (_members.Remove(message.Who, out Member? member))
        {
            Add(context, (number, at) => new Left(number, at, member.Profile, message.Reason));
        }
    }

    [Handles]
    SayReply On(Say message, ActorContext<RoomRef> context)
    {
        DateTimeOffset now = context.Clock.GetUtcNow();
        if (!TryFind(message.Who, Rights.Write, out Member? member)) return new SayReply.Refused("no right to write");
        if (member.MutedUntil > now) return new SayReply.Refused($"muted until {member.MutedUntil:t}");
        if (string.IsNullOrWhiteSpace(message.Text)) return new SayReply.Refused("nothing to say");
        string clean = Censor.Clean(message.Text);
        return new SayReply.Posted(Add(context, (number, at) => new Said(number, at, member.Profile, clean)));
    }

    [Handles]
    bool On(Mute message, ActorContext<RoomRef> context)
    {
        if (!TryFind(message.By, Rights.Moderate, out _) || !_members.TryGetValue(message.Who, out Member? member)) return false;
        _members[message.Who] = member with { MutedUntil = context.Clock.GetUtcNow() + message.Time };
        context.Self.Schedule(new Unmute(message.Who), message.Time);
        return true;
    }

    [Handles]
    void On(Unmute message)
    {
        if (_members.TryGetValue(message.Who, out Member? member)) _members[message.Who] = member with { MutedUntil = null };
    }

    [Handles] RoomSummary Summarize() => new(name, _members.Count, _number, [.. _members.Values.Select(member => member.Profile.Name)]);

    [Handles]
    async IAsyncEnumerable<ChatLine> Read(long from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (ChatLine line in _lines.SkipWhile(line => line.Number < from).ToImmutableArray())
        {
            await Task.Delay(1, cancellationToken);
            yield return line;
        }
    }

    private bool TryFind(UserId who, Rights right, [NotNullWhen(true)] out Member? member)
        => _members.TryGetValue(who, out member) && member.Rights.HasFlag(right);

    private long Add(ActorContext<RoomRef> context, Func<long, DateTimeOffset, ChatLine> make)
    {
        ChatLine line = make(++_number, context.Clock.GetUtcNow());
        _lines.AddLast(line);
        while (_lines.Count > keep) _lines.RemoveFirst();
        context.System.Topic<ChatLine>("large.chat.lines").Publish(line);
        return line.Number;
    }
}

[Actor("large.chat.lobby")]
public sealed partial class Lobby(ActorContext<LobbyRef> context)
{
    private readonly Dictionary<string, RoomRef> _rooms = [];
    private readonly Dictionary<UserId, SessionRef> _sessions = [];

    [Handles]
    RoomRef Enter(string room)
    {
        if (_rooms.TryGetValue(room, out RoomRef? found)) return found;
        RoomRef made = context.Spawn(Room.Props(room), room);
        context.Watch(made);
        return _rooms[room] = made;
    }

    [Handles]
    SessionRef Login(Profile profile)
    {
        if (_sessions.TryGetValue(profile.Id, out SessionRef? known)) return known;
        SessionRef session = context.Spawn(Session.Props(profile, context.Self));
        context.Watch(session);
        return _sessions[profile.Id] = session;
    }

    [Handles]
    void On(Terminated message)
    {
        foreach ((string name, _) in _rooms.Where(room => room.Value == message.Actor).ToArray()) _rooms.Remove(name);
        foreach ((UserId id, _) in _sessions.Where(session => session.Value == message.Actor).ToArray()) _sessions.Remove(id);
    }

    [Handles] FailureAction On(ChildFailed message) => message.Restarts > 3 ? FailureAction.Stop : FailureAction.Restart;

    [Handles]
    async Task<ImmutableArray<RoomSummary>> Overview(CancellationToken cancellationToken)
    {
        var all = ImmutableArray.CreateBuilder<RoomSummary>(_rooms.Count);
        foreach (RoomRef room in _rooms.Values) all.Add(await room.SummarizeAsync(cancellationToken));
        return all.DrainToImmutable();
    }
}

[Actor("large.chat.session", MailboxCapacity = 1_000, WhenFull = MailboxPolicy.DropOldest, StashCapacity = 100)]
public sealed partial class Session(Profile profile, LobbyRef lobby)
{
    private readonly Profile _profile = profile;
    private readonly LobbyRef _lobby = lobby;

    [Handles] Profile Who() => _profile;

    [Behavior(Initial = true), Stashes(typeof(Messages.Write))]
    private sealed partial class Outside(Session session, ActorContext<SessionRef> context)
    {
        [Handles]
        void Go(string room) => context.PipeToSelf(FindAsync(room));

        [Handles]
        void Entered(RoomRef room)
        {
            room.Tell(new Join(session._profile, Rights.Read | Rights.Write));
            session.Become(new Inside(session, room));
        }

        private async Task<Messages.Entered> FindAsync(string room) => new(await session._lobby.EnterAsync(room));
    }

    [Behavior]
    private sealed partial class Inside(Session session, RoomRef here)
    {
        private int _written;

        [Handles]
        void Go(string room) => session.Become(new Moving(session, room));

        [Handles]
        void Entered(RoomRef room) => _written = room == here ? _written : 0;

        [Handles]
        async Task<SayReply> Write(string text)
        {
            SayReply reply = await here.AskAsync(new Say(session._profile.Id, text));
            if (reply is SayReply.Posted) _written++;
            return reply;
        }
    }

    [Behavior, Stashes(typeof(Messages.Write), typeof(Messages.Go))]
    private sealed partial class Moving(Session session, string to)
    {
        [Handles]
        void Entered(RoomRef room) => session.Become(to.Length > 0 ? new Inside(session, room) : new Inside(session, room));
    }
}

[Actor("large.chat.statistics", MailboxCapacity = 10_000, WhenFull = MailboxPolicy.DropNewest)]
public sealed partial class Statistics
{
    private readonly Dictionary<string, int> _words = [];
    private int _joined;

    [Handles, Subscribes("large.chat.lines")]
    void On(ChatLine message)
    {
        switch (message)
        {
            case Said { Text: { Length: > 0 } text }:
                foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries)) _words[word] = _words.GetValueOrDefault(word) + 1;
                break;
            case Joined:
                _joined++;
                break;
            case Left when _joined > 0:
                _joined--;
                break;
        }
    }

    [Handles] ImmutableArray<(string Word, int Count)> Top(int count) =>
        [.. (from pair in _words orderby pair.Value descending, pair.Key select (pair.Key, pair.Value)).Take(count)];

    [Handles] int CountJoined() => _joined;
}

public static class Program
{
    public static async Task<int> RunAsync(ActorSystem system, CancellationToken cancellationToken)
    {
        LobbyRef lobby = await system.SpawnAsync(Lobby.Props(), "lobby", cancellationToken);
        StatisticsRef statistics = system.Spawn(Statistics.Props(), "statistics");
        var anna = new Profile(UserId.New(), "anna");
        SessionRef session = await lobby.LoginAsync(anna, cancellationToken);
        await session.GoAsync("garden");
        SayReply reply = await session.WriteAsync("hello darn world");
        Profile who = await session.WhoAsync();
        ImmutableArray<(string Word, int Count)> top = await statistics.TopAsync(5);
        ImmutableArray<RoomSummary> overview = await lobby.OverviewAsync(cancellationToken);
        RoomRef room = await lobby.EnterAsync("garden");
        int lines = 0;
        await foreach (ChatLine line in room.ReadAsync(0, cancellationToken)) lines += line is Said ? 1 : 0;
        room.Tell(new Leave(anna.Id, null));
        return lines + top.Length + overview.Length + who.Name.Length + (reply is SayReply.Posted { Number: > 0 } ? 1 : 0);
    }
}
