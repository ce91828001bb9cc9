namespace Coerce;

/// <summary>Bytes that are no value of a contract, or a value that its contract cannot carry.</summary>
/// <remarks>Nothing was read or sent. Bytes from the network end in a value or in this exception, whatever they are.</remarks>
public sealed class ContractException : Exception
{
    /// <summary>A failure of a contract.</summary>
    /// <param name="contract">The name of the message, such as <c>bank.Deposit</c>.</param>
    /// <param name="path">The fields down to where it failed, such as <c>order.lines.tags</c>; empty for the message itself.</param>
    /// <param name="problem">What is wrong, and what to do.</param>
    /// <param name="inner">What was behind it; null for nothing.</param>
    public ContractException(string contract, string path, string problem, Exception? inner = null)
        : base($"{contract}{(path.Length == 0 ? "" : ", field " + path)}: {problem}", inner)
    {
        Contract = contract;
        Path = path;
        Problem = problem;
    }

    /// <summary>The name of the message, such as <c>bank.Deposit</c>.</summary>
    public string Contract { get; }

    /// <summary>The fields down to where it failed, such as <c>order.lines.tags</c>; empty for the message itself.</summary>
    public string Path { get; }

    /// <summary>What is wrong.</summary>
    public string Problem { get; }
}
