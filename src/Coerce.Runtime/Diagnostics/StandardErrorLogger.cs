using Microsoft.Extensions.Logging;

namespace Coerce.Diagnostics;

/// <summary>What a system logs to when nobody said where: a newcomer must see why nothing happens.</summary>
internal sealed class StandardErrorLoggerFactory : ILoggerFactory
{
    public static readonly StandardErrorLoggerFactory Instance = new();

    public ILogger CreateLogger(string categoryName) => new StandardErrorLogger(categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException(
        "This is the logger of last resort: set ActorSystemOptions.LoggerFactory to a factory of your own.");

    public void Dispose()
    {
    }
}

internal sealed class StandardErrorLogger(string category) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Warning and not LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel)) return;
        string level = logLevel == LogLevel.Warning ? "warn" : "fail";
        string text = exception is null ? formatter(state, null) : formatter(state, exception) + Environment.NewLine + exception;
        Console.Error.WriteLine($"{level}: {category}[{eventId.Id}] {text}");
    }
}
