namespace Coerce.TestKit;

/// <summary>Words for messages to people.</summary>
internal static class Text
{
    /// <summary>A message: its own text where that says something, else its type.</summary>
    public static string Of(object? message)
    {
        if (message is null) return "null";
        string? text = message.ToString();
        return string.IsNullOrEmpty(text) || text == message.GetType().ToString() ? message.GetType().Name : text;
    }

    public static string Of(IReadOnlyCollection<object?> messages) =>
        messages.Count == 0 ? "nothing" : string.Join(", ", messages.Select(Of));
}
