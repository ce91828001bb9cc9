namespace Bank;

/// <summary>What the command line asks for.</summary>
internal sealed record BankOptions(string Ledger, string? Out, bool Help)
{
    public const string Usage = """
        Posts the rows of a ledger to its accounts and reports the balances.

        usage: Bank [ledger.csv] [--out DIRECTORY]

          ledger.csv        the ledger; without it the one that comes with the sample
          --out DIRECTORY   writes balances.csv, refused.csv and rejected.csv into the directory
          -h, --help        this text

        The ledger is a CSV file with the header date,kind,account,to,amount,memo; a kind is open, deposit,
        withdrawal or transfer. The exit code is 0, or 2 if the ledger cannot be used.
        """;

    /// <summary>The options, or what is wrong with the arguments.</summary>
    public static (BankOptions? Options, string? Problem) Parse(string[] arguments)
    {
        string? ledger = null;
        string? directory = null;

        for (int i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "-h" or "--help":
                    return (new BankOptions("", null, Help: true), null);

                case "--out" when i + 1 < arguments.Length:
                    directory = arguments[++i];
                    break;

                case "--out":
                    return (null, "--out needs a directory");

                case ['-', ..] option:
                    return (null, $"there is no option {option}; see --help");

                case var path when ledger is null:
                    ledger = path;
                    break;

                default:
                    return (null, "one ledger at a time; see --help");
            }
        }

        ledger ??= Path.Combine(AppContext.BaseDirectory, "ledger.csv");
        return (new BankOptions(ledger, directory, Help: false), null);
    }
}
