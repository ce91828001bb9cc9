using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Coerce.Runtime.Tests;

internal sealed record LogLine(string Category, int EventId, LogLevel Level, string Text, Exception? Exception);

/// <summary>Keeps what is logged.</summary>
internal sealed class CapturingLoggerFactory : ILoggerFactory
{
    private readonly ConcurrentQueue<LogLine> _lines = new();

    public IReadOnlyCollection<LogLine> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new CapturingLogger(categoryName, _lines);

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }

    private sealed class CapturingLogger(string category, ConcurrentQueue<LogLine> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(new LogLine(category, eventId.Id, logLevel, formatter(state, exception), exception));
    }
}

/// <summary>For tests that make dead letters and failures on purpose.</summary>
internal static class Quiet
{
    public static ActorSystemOptions Options() => new() { LoggerFactory = NullLoggerFactory.Instance };
}
