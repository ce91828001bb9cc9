using System.Globalization;
using System.Text.Json;

namespace Coerce.Dispatch;

/// <summary>Numbers that JSON has no digits for are strings there, as protobuf has it.</summary>
internal static class FloatText
{
    internal static void Show(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value)) json.WriteNumberValue(value);
        else json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
    }

    internal static void Show(Utf8JsonWriter json, float value)
    {
        if (float.IsFinite(value)) json.WriteNumberValue(value);
        else json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
    }
}
