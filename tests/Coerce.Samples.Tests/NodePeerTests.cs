using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace Coerce.Samples.Tests;

/// <summary>A program in JavaScript speaks to an account: it has <c>contracts.proto</c>, and nothing else of the bank.</summary>
public sealed class NodePeerTests
{
    private const string Conversation = """
        deposited 12.50, balance 112.50
        refused to pay out 1000: there are only 112.50
        withdrew 50, balance 62.50
        the balance is 62.50
        bank.CloseAccount failed: The account takes no bank.CloseAccount; it takes bank.Deposit, bank.Withdraw, bank.Account.GetBalance.

        """;

    private static readonly TimeSpan InstallPatience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan RunPatience = TimeSpan.FromMinutes(1);
    private static readonly string Peer = Path.Combine("samples", "Bank.Peer", "peer");

    [Fact]
    public async Task Node_Peer_DepositsWithdrawsAndIsRefused()
    {
        using var copy = new TemporaryFolder();
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, Peer)))
            Copy(Path.GetRelativePath(Repository.Root, file), copy);

        Copy(Path.Combine("samples", "Bank", "contracts.proto"), copy);
        Copy(Path.Combine("src", "Coerce.Runtime", "Contracts", "Protos", "coerce", "coerce.proto"), copy);
        string folder = copy.File(Peer);

        SampleProcess.Result install = await RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", InstallPatience, folder, "ci");
        Assert.True(install.ExitCode == 0, $"npm ci: {install.Output}{install.Error}");

        SampleProcess.Result run = await RunAsync("node", RunPatience, folder, "peer.mjs", "dotnet", SampleProcess.ProgramOf("samples", "Bank.Peer"));

        Assert.Equal("", run.Error);
        Assert.Equal(Conversation.ReplaceLineEndings("\n"), run.Output.ReplaceLineEndings("\n"));
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task Node_Decimals_AreThoseOfDotNet()
    {
        const string Program = """
            import { fromDecimal, toDecimal } from "./decimal.mjs";
            for (const text of process.argv.slice(1)) {
              const { low, high, signScale } = toDecimal(text);
              console.log(low, high, signScale, fromDecimal({ low, high, signScale }));
            }
            """;
        decimal[] values =
        [
            0, 1, 10, 12.50m, 0.05m, 0.00m, -1, -0.005m, -1000.10m, ulong.MaxValue, ulong.MaxValue + 1m,
            decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, -7.9228162514264337593543950335m,
        ];

        // A first argument that begins with "-" would be an option of node's.
        SampleProcess.Result run = await RunAsync(
            "node", RunPatience, Path.Combine(Repository.Root, Peer), ["--input-type=module", "--eval", Program, "--", .. values.Select(Text)]);

        Assert.Equal("", run.Error);
        Assert.Equal(values.Select(Expected), run.Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));

        static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

        static string Expected(decimal value)
        {
            int[] bits = decimal.GetBits(value);
            uint flags = (uint)bits[3];
            return $"{(ulong)(uint)bits[1] << 32 | (uint)bits[0]} {(uint)bits[2]} {(flags >> 16 & 0xFF) << 1 | flags >> 31} {Text(value)}";
        }
    }

    [Fact]
    public void Lock_Packages_HaveHashesAndNoAddresses()
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, Peer, "package-lock.json")));
        JsonProperty[] packages = [.. file.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0)];

        Assert.Contains(packages, package => package.Name == "node_modules/protobufjs");
        Assert.All(packages, package => Assert.StartsWith("sha512-", package.Value.GetProperty("integrity").GetString()));
        Assert.All(packages, package => Assert.False(package.Value.TryGetProperty("resolved", out _), $"{package.Name} says where it was found"));
    }

    private static void Copy(string path, TemporaryFolder copy)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(copy.File(path))!);
        File.Copy(Path.Combine(Repository.Root, path), copy.File(path));
    }

    private static async Task<SampleProcess.Result> RunAsync(string tool, TimeSpan patience, string folder, params string[] arguments)
    {
        try
        {
            return await SampleProcess.RunProgramAsync(tool, patience, folder, arguments);
        }
        catch (Win32Exception problem)
        {
            Assert.Fail($"{tool} cannot be run ({problem.Message}). Install Node.js 18 or newer, with npm (Debian: apt-get install nodejs npm).");
            throw;
        }
    }
}
