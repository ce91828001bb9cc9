using Coerce.CodeAnalysis.Contracts;

namespace Coerce.Analyzers.Rules.Wire;

/// <summary>What is different, in a few words.</summary>
internal static class SchemaChangeText
{
    public static string Of(SchemaChange change)
    {
        var name = change.Member is null ? change.Message : change.Message.Length == 0 ? change.Member : change.Message + "." + change.Member;
        return (change.Old.Length, change.New.Length) switch
        {
            (0, 0) => $"'{name}' is not as it was",
            (0, _) when change.Member is null => $"'{change.New}' is new",
            (0, _) => $"'{name}' is new",
            (_, 0) => $"'{name}' is gone",
            _ when change.Message.Length == 0 => $"'{change.Old}' is now '{change.New}'",
            _ => $"'{name}' was '{change.Old}' and is now '{change.New}'",
        };
    }
}
