using System.Globalization;
using Coerce.CodeAnalysis;
using Coerce.Generators.Model;

namespace Coerce.Generators.Parsing;

/// <summary>Reads what <c>[Actor(...)]</c> says beside the name.</summary>
internal static class SettingsReader
{
    /// <summary>Null when it says nothing, or something that an analyzer reports.</summary>
    internal static SettingsModel? Read(SettingsShape settings)
    {
        if (settings.IsEmpty || !settings.Faults.IsEmpty) return null;

        return new SettingsModel(
            settings.Member(SettingsShape.OnFailure),
            Restart(settings).ToEquatableArray(),
            settings.Value(SettingsShape.MailboxCapacity) as int?,
            settings.Member(SettingsShape.WhenFull),
            settings.Value(SettingsShape.StashCapacity) as int?);
    }

    private static IEnumerable<string> Restart(SettingsShape settings)
    {
        if (settings.Value(SettingsShape.MaxRestarts) is int restarts) yield return $"maxRestarts: {Text(restarts)}";
        if (settings.Value(SettingsShape.RestartWindowMilliseconds) is int window) yield return $"window: {Time(window)}";
        if (settings.Value(SettingsShape.BackoffMilliseconds) is int backoff) yield return $"backoff: {Time(backoff)}";
        if (settings.Value(SettingsShape.MaxBackoffMilliseconds) is int longest) yield return $"maxBackoff: {Time(longest)}";
        if (settings.Value(SettingsShape.BackoffJitter) is double jitter)
        {
            yield return $"jitter: {jitter.ToString("R", CultureInfo.InvariantCulture)}";
        }
    }

    private static string Time(int milliseconds) => $"global::System.TimeSpan.FromMilliseconds({Text(milliseconds)})";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
