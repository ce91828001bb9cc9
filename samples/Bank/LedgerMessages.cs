namespace Bank;

/// <summary>Opens a ledger file and checks that it can be one.</summary>
public sealed record OpenLedger(string Path);

/// <summary>Every way the opening of a ledger can end.</summary>
public abstract record OpenReply
{
    private OpenReply()
    {
    }

    public sealed record Opened : OpenReply;

    public sealed record Unusable(string Reason) : OpenReply;
}

/// <summary>Reads the next rows and posts them to the accounts; the reply tells how far the ledger has come.</summary>
public readonly record struct PostRows(int Count);

/// <summary>How far a ledger has come. <paramref name="Share"/> is null where the length of the file is unknown.</summary>
public readonly record struct LedgerProgress(int Rows, double? Share, bool AtEnd);
