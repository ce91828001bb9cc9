using System.Collections;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Coerce.TestKit;

/// <summary>What a system and its actors have logged, in order, all levels.</summary>
/// <remarks>Thread-safe; enumerating it gives what was there when the enumeration began.</remarks>
[DebuggerDisplay("{Count} lines")]
public sealed class CapturedLogs : ILoggerFactory, IReadOnlyList<LogLine>
{
    private readonly Lock _lock = new();
    private readonly List<LogLine> _lines = [];

    /// <inheritdoc/>
    public int Count
    {
        get
        {
            lock (_lock) return _lines.Count;
        }
    }

    /// <inheritdoc/>
    public LogLine this[int index]
    {
        get
        {
            lock (_lock) return _lines[index];
        }
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <summary>Not supported: what is logged stays here.</summary>
    /// <param name="provider">The provider.</param>
    /// <exception cref="NotSupportedException">Always.</exception>
    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException(
        "A test host keeps what is logged: set ActorSystemOptions.LoggerFactory to log elsewhere.");

    /// <summary>Does nothing: the lines stay readable after the test.</summary>
    public void Dispose()
    {
    }

    /// <inheritdoc/>
    public IEnumerator<LogLine> GetEnumerator() => Snapshot().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private List<LogLine> Snapshot()
    {
        lock (_lock) return [.. _lines];
    }

    private void Add(LogLine line)
    {
        lock (_lock) _lines.Add(line);
    }

    private sealed class Logger(CapturedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            logs.Add(new LogLine(logLevel, eventId, category, formatter(state, exception), exception));
    }
}
