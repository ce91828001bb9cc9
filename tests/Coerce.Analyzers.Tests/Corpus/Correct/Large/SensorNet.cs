// ---- assembly Sensors.Contracts ----
using System.Collections.Immutable;

namespace Sensors;

[Contract]
public readonly record struct SensorId(string Value)
{
    public static implicit operator SensorId(string value) => new(value);

    public override string ToString() => Value;
}

public enum Unit
{
    Celsius,
    Percent,
    Lux,
}

[Contract]
public sealed record Measurement(SensorId Sensor, DateTimeOffset At, double Value, Unit Unit);

public abstract record Condition
{
    private protected Condition()
    {
    }

    public abstract bool Holds(double value);

    public sealed record Above(double Limit) : Condition
    {
        public override bool Holds(double value) => value > Limit;
    }

    public sealed record Below(double Limit) : Condition
    {
        public override bool Holds(double value) => value < Limit;
    }

    public sealed record Between(double Low, double High) : Condition
    {
        public override bool Holds(double value) => value >= Low && value <= High;
    }

    public sealed record Both(Condition First, Condition Second) : Condition
    {
        public override bool Holds(double value) => First.Holds(value) && Second.Holds(value);
    }

    public sealed record Not(Condition Inner) : Condition
    {
        public override bool Holds(double value) => !Inner.Holds(value);
    }
}

[Contract]
public sealed record Rule(string Name, SensorId Sensor, Condition Condition, ImmutableArray<string> Recipients);

[Contract]
public sealed record AlarmRaised(Rule Rule, Measurement Cause);

[Contract]
public sealed record AlarmCleared(Rule Rule, DateTimeOffset At);

[Contract]
public readonly record struct Window(DateTimeOffset From, DateTimeOffset To)
{
    public bool Contains(DateTimeOffset at) => at >= From && at < To;
}

[Contract]
public sealed record Aggregate(int Count, double Minimum, double Maximum, double Mean)
{
    public static readonly Aggregate None = new(0, double.NaN, double.NaN, double.NaN);

    public static Aggregate Of(IReadOnlyCollection<double> values)
        => values.Count == 0 ? None : new Aggregate(values.Count, values.Min(), values.Max(), values.Average());
}
// ---- assembly Sensors.Actors ----
// ---- file Sensor.cs ----
using System.Runtime.CompilerServices;

namespace Sensors;

[Actor("sensors.sensor", MailboxCapacity = 1_000, WhenFull = MailboxPolicy.DropOldest), Entity(IdleSeconds = 30)]
public sealed partial class Sensor([EntityKey] SensorId id, ActorContext<SensorRef> context)
{
    private readonly SortedList<DateTimeOffset, double> _values = [];
    private Unit? _unit;

    [Handles]
    bool On(Measurement message)
    {
        if (message.Sensor != id || (_unit ??= message.Unit) != message.Unit) return false;
        _values[message.At] = message.Value;
        context.System.Topic<Measurement>("sensors.measurements").Publish(message);
        return true;
    }

    [Handles]
    Aggregate Summarize(Window window)
        => Aggregate.Of([.. from pair in _values where window.Contains(pair.Key) select pair.Value]);

    [Handles]
    async IAsyncEnumerable<Measurement> Values(Window? window = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        KeyValuePair<DateTimeOffset, double>[] all = [.. _values];
        foreach ((DateTimeOffset at, double value) in all)
        {
            if (window is { } only && !only.Contains(at)) continue;
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return new Measurement(id, at, value, _unit ?? Unit.Percent);
        }
    }

    [Handles] Unit? GetUnit() => _unit;

    [OnStart]
    async Task RestoreAsync(CancellationToken cancellationToken)
    {
        string file = $"{id}.csv";
        if (!File.Exists(file)) return;
        await foreach (string line in File.ReadLinesAsync(file, cancellationToken))
        {
            if (line.Split(';') is [var at, var value] && DateTimeOffset.TryParse(at, out DateTimeOffset when) && double.TryParse(value, out double number))
            {
                _values[when] = number;
            }
        }
    }

    [OnStop]
    Task SaveAsync(CancellationToken cancellationToken)
        => File.WriteAllLinesAsync($"{id}.csv", _values.Select(pair => $"{pair.Key:O};{pair.Value:R}"), cancellationToken);
}
// ---- file RuleActor.cs ----
namespace Sensors;

[Actor("sensors.rule")]
public sealed partial class RuleActor(Rule rule, ActorContext<RuleActorRef> context)
{
    private readonly Rule _rule = rule;
    private readonly ActorContext<RuleActorRef> _context = context;

    [Handles] Rule GetRule() => _rule;

    [Behavior(Initial = true)]
    private sealed partial class Calm(RuleActor owner)
    {
        [Handles, Subscribes("sensors.measurements")]
        void On(Measurement message)
        {
            if (message.Sensor != owner._rule.Sensor || !owner._rule.Condition.Holds(message.Value)) return;
            owner._context.System.Topic<AlarmRaised>("sensors.raised").Publish(new AlarmRaised(owner._rule, message));
            owner.Become(new Alarmed(owner, message.At));
        }

        [Handles] bool Acknowledge(string who) => who.Length < 0;

        [Handles] TimeSpan Duration() => TimeSpan.Zero;
    }

    [Behavior]
    private sealed partial class Alarmed(RuleActor owner, DateTimeOffset start)
    {
        private string? _acknowledgedBy;
        private readonly DateTimeOffset _since = start;
        private DateTimeOffset? _last;

        [Handles]
        void On(Measurement message)
        {
            if (message.Sensor != owner._rule.Sensor) return;
            _last = message.At;
            if (owner._rule.Condition.Holds(message.Value)) return;
            owner._context.System.Topic<AlarmCleared>("sensors.cleared").Publish(new AlarmCleared(owner._rule, message.At));
            owner.Become(new Calm(owner));
        }

        [Handles]
        bool Acknowledge(string who)
        {
            if (_acknowledgedBy is not null) return false;
            _acknowledgedBy = who;
            return true;
        }

        [Handles] TimeSpan Duration() => _last - _since ?? TimeSpan.Zero;
    }
}
// ---- file Hub.cs ----
using System.Collections.Immutable;

namespace Sensors;

[Actor("sensors.hub", Local = true, OnFailure = FailureAction.Restart, MaxRestarts = 100, RestartWindowMilliseconds = 1_000)]
public sealed partial class Hub(ActorContext<HubRef> context)
{
    private readonly Dictionary<string, RuleActorRef> _rules = new(StringComparer.Ordinal);
    private readonly List<IDisposable> _sources = [];
    private long _received;

    [Handles]
    RuleActorRef AddRule(Rule rule)
    {
        if (_rules.TryGetValue(rule.Name, out RuleActorRef? existing)) return existing;
        RuleActorRef added = context.Spawn(RuleActor.Props(rule), rule.Name);
        context.Watch(added);
        return _rules[rule.Name] = added;
    }

    [Handles]
    async Task<bool> RemoveRule(string name)
    {
        if (!_rules.Remove(name, out RuleActorRef? removed)) return false;
        context.Unwatch(removed);
        await removed.StopAsync();
        return true;
    }

    [Handles]
    void On(Measurement message)
    {
        _received++;
        context.System.Entity<SensorRef>(message.Sensor).Tell(message);
    }

    [Handles] void Connect(IAsyncEnumerable<Measurement> source) => _sources.Add(context.Attach(source));

    [Handles] void On(Terminated message) => _rules.Remove(message.Actor.Id);

    [Handles]
    async Task<ImmutableDictionary<SensorId, Aggregate>> Overview(ImmutableArray<SensorId> sensors, Window window, CancellationToken cancellationToken)
    {
        var overview = ImmutableDictionary.CreateBuilder<SensorId, Aggregate>();
        foreach (SensorId sensor in sensors)
        {
            overview[sensor] = await context.System.Entity<SensorRef>(sensor).SummarizeAsync(window, cancellationToken);
        }

        return overview.ToImmutable();
    }

    [Handles] long Received() => _received;

    [OnStop]
    void Disconnect()
    {
        foreach (IDisposable source in _sources) source.Dispose();
    }
}
// ---- program Sensors.Station ----
// ---- file Mailer.cs ----
namespace Sensors.Station;

public interface IMail
{
    Task SendAsync(string to, string text, CancellationToken cancellationToken);
}

[Actor("station.mailer", OnFailure = FailureAction.Resume)]
internal sealed partial class Mailer([FromServices] IMail mail)
{
    private int _sent;

    [Handles, Subscribes("sensors.raised")]
    async Task On(AlarmRaised message, CancellationToken cancellationToken)
    {
        foreach (string recipient in message.Rule.Recipients)
        {
            await mail.SendAsync(recipient, $"{message.Rule.Name}: {message.Cause.Value} {message.Cause.Unit}", cancellationToken);
            _sent++;
        }
    }

    [Handles, Subscribes("sensors.cleared")] void On(AlarmCleared message) => Console.WriteLine($"{message.Rule.Name} is calm since {message.At:t}");

    [Handles] int CountSent() => _sent;
}
// ---- file Entry.cs ----
using Sensors;
using Sensors.Station;

await using var system = new ActorSystem("station", new ActorSystemOptions { AskTimeout = TimeSpan.FromSeconds(2) });
HubRef hub = await system.SpawnAsync(Hub.Props(), "hub");
MailerRef mailer = system.Spawn(Mailer.Props(), "mailer");
RuleActorRef hot = await hub.AddRuleAsync(new Rule("hot", "kitchen", new Condition.Above(60), ["cook@example.org"]));
await hub.AddRuleAsync(new Rule("dark", "hall", new Condition.Not(new Condition.Between(10, 1_000)), []));
hub.Tell(new Measurement("kitchen", DateTimeOffset.UtcNow, 75, Unit.Celsius));
await hub.ConnectAsync(Generate(10));
var window = new Window(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));
foreach ((SensorId sensor, Aggregate aggregate) in await hub.OverviewAsync(["kitchen", "hall"], window, CancellationToken.None))
{
    Console.WriteLine($"{sensor}: {aggregate.Count} from {aggregate.Minimum} to {aggregate.Maximum}, {aggregate.Mean:N1} on average");
}

await foreach (Measurement one in system.Entity<SensorRef>((SensorId)"hall").ValuesAsync(window)) Console.WriteLine(one);
bool acknowledged = await hot.AcknowledgeAsync("me");
Console.WriteLine($"{acknowledged} {await hot.DurationAsync()} {await mailer.CountSentAsync()} {await hub.ReceivedAsync()} {await hub.RemoveRuleAsync("dark")}");

static async IAsyncEnumerable<Measurement> Generate(int count)
{
    for (int i = 0; i < count; i++)
    {
        await Task.Delay(1);
        yield return new Measurement("hall", DateTimeOffset.UtcNow, 10 * i, Unit.Lux);
    }
}
