using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

[assembly: Intercept<LargeJobs.Audit>]

namespace LargeJobs
{
    public enum JobState : byte
    {
        Queued,
        Running,
        Succeeded,
        Failed,
        Cancelled,
    }

    public readonly record struct JobId(Guid Value) : IComparable<JobId>
    {
        public int CompareTo(JobId other) => Value.CompareTo(other.Value);
    }

    public sealed record JobSpec(string Kind, string Arguments, int Priority = 0, TimeSpan? Timeout = null);

    public sealed record JobStatus(JobId Id, JobState State, double Progress, string? Error)
    {
        public bool IsFinished => State is JobState.Succeeded or JobState.Failed or JobState.Cancelled;
    }

    public sealed record Submit(JobSpec Spec);

    public sealed record Cancel(JobId Id);

    public sealed record Execute(JobId Id, JobSpec Spec, SchedulerRef Scheduler);

    public sealed record Report(JobId Id, double Progress);

    public sealed record Finished(JobId Id, WorkerRef Worker, Exception? Failure);

    public sealed record JobChanged(JobStatus Status);

    public sealed record Actor(string Name);

    [JsonSerializable(typeof(JobSpec))]
    internal sealed record Envelope(string Type, ReadOnlyMemory<byte> Body);

    public interface IJobKind
    {
        string Name { get; }

        IAsyncEnumerable<double> RunAsync(string arguments, CancellationToken cancellationToken);
    }

    public sealed class Audit(TimeProvider clock) : TurnInterceptor
    {
        private readonly ConcurrentQueue<(DateTimeOffset At, string What)> _log = new();

        public override ValueTask<TReply> HandleAsync<TMessage, TReply>(TurnInfo turn, TMessage message, TurnNext<TMessage, TReply> next)
        {
            _log.Enqueue((clock.GetUtcNow(), $"{turn.Path} {typeof(TMessage).Name}"));
            while (_log.Count > 1_000) _log.TryDequeue(out _);
            return next.HandleAsync(message);
        }
    }

    public sealed class Patience : SendInterceptor
    {
        public override async ValueTask<TReply> SendAsync<TMessage, TReply>(SendInfo send, TMessage message, SendNext<TMessage, TReply> next)
        {
            for (int attempt = 0; ; attempt++)
            {
                try
                {
                    return await next.SendAsync(message);
                }
                catch (MailboxFullException) when (attempt < 5)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(10 << attempt), send.Clock, send.CancellationToken);
                }
            }
        }
    }

    [Coerce.Actor("large.jobs.worker", Local = true, MailboxCapacity = 2, WhenFull = MailboxPolicy.Fail, OnFailure = FailureAction.Restart)]
    [Intercept<Patience>]
    public sealed partial class Worker([FromServices] IReadOnlyList<IJobKind> kinds, ActorContext<WorkerRef> context)
    {
        private CancellationTokenSource? _running;
        private int _executed;

        [Handles]
        void On(Execute message)
        {
            IJobKind? kind = kinds.FirstOrDefault(one => one.Name == message.Spec.Kind);
            var running = new CancellationTokenSource(message.Spec.Timeout ?? Timeout.InfiniteTimeSpan);
            _running = running;
            _executed++;
            context.PipeToSelf(
                WorkAsync(kind, message, context.Self, running.Token),
                failure => new Finished(message.Id, context.Self, failure));
        }

        [Handles]
        void On(Finished message)
        {
            _running?.Dispose();
            _running = null;
        }

        [Handles] void Interrupt() => _running?.Cancel();

        [Handles] int CountExecuted() => _executed;

        [OnRestart] void Failed(Exception failure) => Console.Error.WriteLine(failure.Message);

        [OnStop] void Stopped() => _running?.Cancel();

        private static async Task<Finished> WorkAsync(IJobKind? kind, Execute job, WorkerRef self, CancellationToken cancellationToken)
        {
            Finished finished;
            try
            {
                if (kind is null) throw new NotSupportedException($"There is no kind {job.Spec.Kind}.");
                await foreach (double progress in kind.RunAsync(job.Spec.Arguments, cancellationToken))
                {
                    job.Scheduler.Tell(new Report(job.Id, progress));
                }

                finished = new Finished(job.Id, self, null);
            }
            catch (Exception failure)
            {
                finished = new Finished(job.Id, self, failure);
            }

            job.Scheduler.Tell(finished);
            return finished;
        }
    }

    [Coerce.Actor("large.jobs.scheduler", Local = true)]
    public sealed partial class Scheduler(int workers, ActorContext<SchedulerRef> context)
    {
        private readonly PriorityQueue<JobId, int> _queue = new();
        private readonly Dictionary<JobId, (JobSpec Spec, JobStatus Status)> _jobs = [];
        private readonly Stack<WorkerRef> _idle = [];
        private readonly Dictionary<JobId, WorkerRef> _busy = [];
        private readonly Dictionary<JobId, List<Deferred<JobStatus>>> _waiting = [];

        [OnStart]
        async ValueTask HireAsync(CancellationToken cancellationToken)
        {
            for (int i = 0; i < workers; i++)
            {
                WorkerRef worker = await context.SpawnAsync(Worker.Props(), $"worker-{i}", cancellationToken);
                context.Watch(worker);
                _idle.Push(worker);
            }
        }

        [Handles]
        JobId On(Submit message)
        {
            var id = new JobId(Guid.NewGuid());
            _jobs[id] = (message.Spec, new JobStatus(id, JobState.Queued, 0, null));
            _queue.Enqueue(id, -message.Spec.Priority);
            Advance();
            return id;
        }

        [Handles]
        bool On(Cancel message)
        {
            if (!_jobs.TryGetValue(message.Id, out (JobSpec Spec, JobStatus Status) job) || job.Status.IsFinished) return false;
            if (_busy.TryGetValue(message.Id, out WorkerRef? worker)) worker.Tell(new Worker.Messages.Interrupt());
            Change(job.Status with { State = JobState.Cancelled });
            return true;
        }

        [Handles]
        void On(Report message)
        {
            if (_jobs.TryGetValue(message.Id, out (JobSpec Spec, JobStatus Status) job) && job.Status.State == JobState.Running)
            {
                Change(job.Status with { Progress = Math.Clamp(message.Progress, 0, 1) });
            }
        }

        [Handles]
        void On(Finished message)
        {
            if (_busy.Remove(message.Id)) _idle.Push(message.Worker);
            if (_jobs.TryGetValue(message.Id, out (JobSpec Spec, JobStatus Status) job) && !job.Status.IsFinished)
            {
                Change(message.Failure is { } failure
                    ? job.Status with { State = JobState.Failed, Error = failure.Message }
                    : job.Status with { State = JobState.Succeeded, Progress = 1 });
            }

            Advance();
        }

        [Handles]
        void On(Terminated message)
        {
            foreach ((JobId id, WorkerRef _) in _busy.Where(pair => pair.Value == message.Actor).ToImmutableArray())
            {
                _busy.Remove(id);
                Change(_jobs[id].Status with { State = JobState.Failed, Error = message.Failure?.Message ?? "stopped" });
            }
        }

        [Handles] JobStatus? Find(JobId id) => _jobs.TryGetValue(id, out (JobSpec Spec, JobStatus Status) job) ? job.Status : null;

        [Handles]
        Deferred<JobStatus> Wait(JobId id)
        {
            var reply = new Deferred<JobStatus>();
            if (!_jobs.TryGetValue(id, out (JobSpec Spec, JobStatus Status) job)) reply.Fail(new KeyNotFoundException($"{id}"));
            else if (job.Status.IsFinished) reply.Reply(job.Status);
            else if (_waiting.TryGetValue(id, out List<Deferred<JobStatus>>? others)) others.Add(reply);
            else _waiting[id] = [reply];
            return reply;
        }

        [Handles]
        async IAsyncEnumerable<JobStatus> List(JobState state, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (JobId id in _jobs.Keys.Order().ToImmutableArray())
            {
                await Task.Delay(0, cancellationToken);
                if (_jobs.TryGetValue(id, out (JobSpec Spec, JobStatus Status) job) && job.Status.State == state) yield return job.Status;
            }
        }

        private void Advance()
        {
            while (_idle.Count > 0 && _queue.TryDequeue(out JobId id, out _))
            {
                (JobSpec spec, JobStatus status) = _jobs[id];
                if (status.IsFinished) continue;
                WorkerRef worker = _idle.Pop();
                _busy[id] = worker;
                Change(status with { State = JobState.Running });
                worker.Tell(new Execute(id, spec, context.Self));
            }
        }

        private void Change(JobStatus status)
        {
            _jobs[status.Id] = (_jobs[status.Id].Spec, status);
            context.System.Topic<JobChanged>("large.jobs").Publish(new JobChanged(status));
            if (!status.IsFinished || !_waiting.Remove(status.Id, out List<Deferred<JobStatus>>? waiting)) return;
            foreach (Deferred<JobStatus> one in waiting) one.Reply(status);
        }
    }

    [Coerce.Actor("large.jobs.cron")]
    public sealed partial class Cron(SchedulerRef scheduler, ActorContext<CronRef> context)
    {
        private readonly Dictionary<string, ActorTimer> _timers = [];

        [Handles]
        bool Add(JobSpec spec, TimeSpan every)
        {
            if (_timers.ContainsKey(spec.Kind) || every <= TimeSpan.Zero) return false;
            _timers[spec.Kind] = scheduler.Schedule(new Submit(spec), every, every);
            return true;
        }

        [Handles]
        bool Remove(string kind)
        {
            if (!_timers.Remove(kind, out ActorTimer? timer)) return false;
            timer.Dispose();
            if (_timers.Count == 0) context.Stop();
            return true;
        }
    }

    [Coerce.Actor("large.jobs.board", Local = true)]
    public sealed partial class Board
    {
        private ImmutableSortedDictionary<JobId, JobStatus> _statuses = ImmutableSortedDictionary<JobId, JobStatus>.Empty;

        [Handles, Subscribes("large.jobs")] void On(JobChanged message) => _statuses = _statuses.SetItem(message.Status.Id, message.Status);

        [Handles] ImmutableSortedDictionary<JobId, JobStatus> All() => _statuses;

        [Handles] string ToJson(JsonNamingPolicy? naming = null) => $"{_statuses.Count} {naming?.ConvertName("jobs")}";
    }
}

namespace LargeJobs.Running
{
    using static LargeJobs.JobState;

    internal static class Entry
    {
        internal static async Task<int> RunAsync(ActorSystem system, params IEnumerable<string> kinds)
        {
            SchedulerRef scheduler = await system.SpawnAsync(Scheduler.Props(workers: 4), "scheduler");
            BoardRef board = system.Spawn(Board.Props(), "board");
            var ids = new List<JobId>();
            foreach (string kind in kinds) ids.Add(await scheduler.AskAsync(new Submit(new JobSpec(kind, "", Priority: ids.Count))));
            JobStatus[] all = await Task.WhenAll(ids.Select(id => scheduler.WaitAsync(id).AsTask()));
            bool cancelled = await scheduler.AskAsync(new Cancel(ids[0]));
            int failed = 0;
            await foreach (JobStatus status in scheduler.ListAsync(Failed)) failed += status.Error?.Length ?? 0;
            return all.Count(status => status is { State: Succeeded }) + (cancelled ? failed : 0) + (await board.AllAsync()).Count;
        }
    }
}
