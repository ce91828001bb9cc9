namespace Bank.LedgerTool;

/// <summary>What people write beside a payment, with everything that makes a CSV field need its quotes.</summary>
internal static class Memos
{
    private static readonly string[] Phrases =
    [
        "rent", "salary", "groceries", "insurance", "electricity", "water", "phone", "books", "refund", "savings",
        "rent, first half", "bread, milk, eggs", "for the \"old\" bicycle", "\"thanks\"", "train ticket, return",
        "two lines:\r\nthis is the second", "list:\n- paint\n- brushes, small", "café", "Zürich – Genève", "€ 5 tip",
    ];

    /// <summary>Three rows in four have no memo.</summary>
    public static string Next(SplitMix random) => random.Next(4) == 0 ? Phrases[random.Next(Phrases.Length)] : "";

    public static string Quote(string memo) => memo.AsSpan().ContainsAny(",\"\r\n")
        ? $"\"{memo.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : memo;
}
