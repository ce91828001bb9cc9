using System.IO.Compression;

namespace Coerce.Samples.Tests;

/// <summary>The command line: arguments, exit codes, and what an unusable ledger looks like to its user.</summary>
public sealed class BankProgramTests
{
    [Fact]
    public async Task Bank_Help_PrintsTheUsage()
    {
        SampleProcess.Result run = await SampleProcess.RunAsync("Bank", null, "--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("usage: Bank [ledger.csv]", run.Output);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task Bank_RelativePath_IsSeenFromTheCurrentDirectory()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine.csv", BankRun.Rows("2026-01-01,open,A,,12.34,", "2026-01-02,deposit,A,,0.66,"));

        SampleProcess.Result run = await SampleProcess.RunAsync("Bank", folder.Path, "mine.csv");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("mine.csv: 2 rows", run.Output);
        Assert.Contains("13.00   the books balance", run.Output);
    }

    [Fact]
    public async Task Bank_MissingFile_ExitsWithTwo() => await AssertUnusableAsync("nowhere.csv", "there is no such file");

    [Fact]
    public async Task Bank_MissingFolder_ExitsWithTwo() => await AssertUnusableAsync("no/where.csv", "there is no such file");

    [Fact]
    public async Task Bank_Directory_ExitsWithTwo() => await AssertUnusableAsync(".", "it is a directory");

    [Fact]
    public async Task Bank_EmptyFile_ExitsWithTwo() => await AssertUnusableAsync("ledger.csv", "it is empty", []);

    [Fact]
    public async Task Bank_OnlyABom_ExitsWithTwo() =>
        await AssertUnusableAsync("ledger.csv", "it is empty", [0xEF, 0xBB, 0xBF]);

    [Fact]
    public async Task Bank_AnotherHeader_ExitsWithTwo() =>
        await AssertUnusableAsync("ledger.csv", "its first line is not the header", "date,amount\n2026-01-01,5\n"u8.ToArray());

    [Fact]
    public async Task Bank_NoHeader_ExitsWithTwo() =>
        await AssertUnusableAsync("ledger.csv", "its first line is not the header", "2026-01-01,open,A,,5.00,\n"u8.ToArray());

    [Fact]
    public async Task Bank_BinaryFile_ExitsWithTwo()
    {
        await AssertUnusableAsync("Bank.dll", "it is a binary file", File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Bank.dll")));
        await AssertUnusableAsync("zeros", "it is a binary file", new byte[100_000]);
    }

    [Fact]
    public async Task Bank_CompressedFile_ExitsWithTwo()
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(File.ReadAllBytes(ShippedLedger.Path).AsSpan(0, 100_000));

        await AssertUnusableAsync("ledger.csv.gz", "it is", bytes.ToArray());
    }

    [Theory]
    [InlineData("--nonsense")]
    [InlineData("--out")]
    [InlineData("a.csv", "b.csv")]
    public async Task Bank_WrongArguments_ExitsWithTwo(params string[] arguments)
    {
        AssertOneLine(await SampleProcess.RunAsync("Bank", null, arguments));
    }

    [Fact]
    public async Task Bank_OutIsAFile_ExitsWithTwo()
    {
        using var folder = new TemporaryFolder();
        folder.Write("report", "");

        AssertOneLine(await SampleProcess.RunAsync("Bank", folder.Path, "--out", "report"));
    }

    private static async Task AssertUnusableAsync(string file, string reason, byte[]? content = null)
    {
        using var folder = new TemporaryFolder();
        if (content is not null)
            folder.Write(file, content);

        SampleProcess.Result run = await SampleProcess.RunAsync("Bank", folder.Path, file);

        AssertOneLine(run);
        Assert.StartsWith($"Bank: {file}: ", run.Error);
        Assert.Contains(reason, run.Error);
    }

    private static void AssertOneLine(SampleProcess.Result run)
    {
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.StartsWith("Bank: ", run.Error);
        Assert.Single(run.Error.TrimEnd('\r', '\n').Split('\n'));
    }
}
