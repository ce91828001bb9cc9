namespace Coerce.CodeAnalysis.Contracts;

/// <summary>One difference between the file and C#.</summary>
/// <param name="Kind">What differs.</param>
/// <param name="IsBreaking">Whether a peer that was built from the file is misread, or misreads; otherwise the file is only out of date.</param>
/// <param name="Message">The message, enum or service; empty for the file as a whole.</param>
/// <param name="Member">The field, value or method.</param>
/// <param name="Old">What the file says.</param>
/// <param name="New">What C# says.</param>
/// <param name="Position">Where the file says so; where it does not yet, its message; or nowhere.</param>
/// <param name="WhatAnOldPeerReads">What it means to a peer that was built from the file, as one sentence or two.</param>
internal sealed record SchemaChange(
    SchemaChangeKind Kind,
    bool IsBreaking,
    string Message,
    string? Member,
    string Old,
    string New,
    ProtoPosition? Position,
    string WhatAnOldPeerReads);
