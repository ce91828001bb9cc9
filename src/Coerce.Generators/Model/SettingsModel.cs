using Coerce.CodeAnalysis;

namespace Coerce.Generators.Model;

/// <summary>What <c>[Actor(...)]</c> says beside the name.</summary>
/// <param name="OnFailure">The member of <c>FailureAction</c>; null when it is not said.</param>
/// <param name="Restart">The arguments of <c>Supervision.Restart</c>.</param>
/// <param name="MailboxCapacity">Null when it is not said.</param>
/// <param name="WhenFull">The member of <c>MailboxPolicy</c>; null when it is not said.</param>
/// <param name="StashCapacity">Null when it is not said.</param>
internal sealed record SettingsModel(
    string? OnFailure, EquatableArray<string> Restart, int? MailboxCapacity, string? WhenFull, int? StashCapacity);
