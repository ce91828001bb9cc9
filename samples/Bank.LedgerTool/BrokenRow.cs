namespace Bank.LedgerTool;

/// <summary>A row that was broken on purpose, and the line it is at.</summary>
public sealed record BrokenRow(int Line, Breakage Breakage);

/// <summary>The ways a row is broken. Each occurs equally often.</summary>
public enum Breakage
{
    MissingField,
    ExtraField,
    UnknownKind,
    NotANumber,
    NegativeAmount,
    ZeroAmount,
    TooLargeAmount,
    UnknownAccount,
    TransferToItself,
    UnclosedQuote,
}
