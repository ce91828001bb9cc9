using System.Buffers;
using System.Globalization;

namespace Bank.Csv;

/// <summary>Turns the fields of a record into a row, or into the reason why they are none.</summary>
internal static class RowParser
{
    /// <summary>The most that one row can move.</summary>
    private const decimal MostAmount = 999_999_999.99m;

    private const NumberStyles AmountStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private static readonly SearchValues<char> AmountCharacters = SearchValues.Create("+-.0123456789");

    public static LedgerEntry Parse(int line, string[] fields)
    {
        if (fields is not [var dateText, var kindText, var account, var to, var amountText, var memo])
            return Reject($"{fields.Length} fields instead of 6");

        if (!DateOnly.TryParseExact(dateText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return Reject($"{Quote(dateText)} is not a date like 2026-01-31");

        RowKind? kind = KindOf(kindText);
        if (kind is null)
            return Reject($"{Quote(kindText)} is not a kind of row: open, deposit, withdrawal or transfer");

        if (!IsAccountId(account))
            return Reject($"{Quote(account)} is not an account id");

        if (AmountProblem(amountText, kind == RowKind.Open, out decimal amount) is { } problem)
            return Reject($"the amount {Quote(amountText)} {problem}");

        if (kind != RowKind.Transfer)
        {
            return to is ""
                ? new LedgerRow(line, date, kind.Value, account, null, amount, memo)
                : Reject($"only a transfer goes to another account, here {Quote(to)}");
        }

        if (!IsAccountId(to))
            return Reject($"{Quote(to)} is not an account id to transfer to");

        return account == to
            ? Reject($"a transfer from {account} to itself")
            : new LedgerRow(line, date, kind.Value, account, to, amount, memo);

        RejectedRow Reject(string reason) => new(line, reason);
    }

    private static RowKind? KindOf(string text) => text switch
    {
        "open" => RowKind.Open,
        "deposit" => RowKind.Deposit,
        "withdrawal" => RowKind.Withdrawal,
        "transfer" => RowKind.Transfer,
        _ => null,
    };

    private static bool IsAccountId(string text) =>
        text.Length is > 0 and <= 40 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static string? AmountProblem(string text, bool mayBeZero, out decimal amount)
    {
        if (!decimal.TryParse(text, AmountStyle, CultureInfo.InvariantCulture, out amount))
        {
            // A number all the same, if only decimal has no room for it.
            bool isNumber = !text.AsSpan().ContainsAnyExcept(AmountCharacters)
                && double.TryParse(text, AmountStyle, CultureInfo.InvariantCulture, out _);
            return isNumber ? "is too large" : "is not a number";
        }

        return amount switch
        {
            < 0 => "is negative",
            0 when !mayBeZero => "is zero",
            > MostAmount => "is too large",
            _ when decimal.Round(amount, 2) != amount => "has a fraction of a cent",
            _ => null,
        };
    }

    /// <summary>Short and without control characters: this goes to a terminal, and anybody may have written it.</summary>
    private static string Quote(string text)
    {
        string shown = text.Length > 40 ? text[..40] + "..." : text;
        return $"'{new string(shown.Select(c => char.IsControl(c) ? '?' : c).ToArray())}'";
    }
}
