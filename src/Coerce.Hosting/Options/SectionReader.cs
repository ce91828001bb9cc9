using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Coerce.Hosting;

/// <summary>Reads a section of the configuration, setting by setting, and keeps what is wrong with it.</summary>
/// <remarks>By hand, so that each message can say what to write, and a setting that nobody knows is not passed over.</remarks>
/// <param name="section">The section; one that is not there has no settings.</param>
/// <param name="problems">Where to.</param>
internal sealed class SectionReader(IConfigurationSection section, List<string> problems)
{
    private readonly List<string> _known = [];

    public void Text(string key, Action<string> set)
    {
        if (Value(key) is { } value) set(value);
    }

    public void Time(string key, Action<TimeSpan> set)
    {
        if (Value(key) is not { } value) return;

        // "5" would be five days to TimeSpan; whoever writes that means something else.
        if (value.Contains(':') && TimeSpan.TryParse(value, CultureInfo.InvariantCulture, out TimeSpan time)) set(time);
        else problems.Add($"{section.Path}:{key} is '{value}': write hours, minutes and seconds, such as \"00:00:30\".");
    }

    public void Number(string key, Action<int> set)
    {
        if (Value(key) is not { } value) return;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) set(number);
        else problems.Add($"{section.Path}:{key} is '{value}': write a number, such as \"1000\".");
    }

    public void Choice<T>(string key, Action<T> set)
        where T : struct, Enum
    {
        if (Value(key) is not { } value) return;
        string[] names = Enum.GetNames<T>();
        if (names.Contains(value, StringComparer.OrdinalIgnoreCase)) set(Enum.Parse<T>(value, ignoreCase: true));
        else problems.Add($"{section.Path}:{key} is '{value}': write {string.Join(" or ", names)}.");
    }

    public void Section(string key, Action<SectionReader> read)
    {
        _known.Add(key);
        var reader = new SectionReader(section.GetSection(key), problems);
        read(reader);
        reader.End();
    }

    /// <summary>After the last setting: there must be no others.</summary>
    public void End()
    {
        foreach (IConfigurationSection child in section.GetChildren())
        {
            if (_known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) continue;
            problems.Add($"{child.Path} is no setting: there are {string.Join(", ", _known)}.");
        }
    }

    private string? Value(string key)
    {
        _known.Add(key);
        return section[key];
    }
}
