using System.Buffers.Binary;
using System.Diagnostics;
using Coerce.Dispatch;

namespace Coerce.Samples.Tests;

/// <summary>Runs Bank.Peer with all of its input at once.</summary>
internal static class PeerProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Task<Result> RunAsync(params WireEnvelope[] questions) => RunAsync([.. questions.SelectMany(Frame)]);

    public static async Task<Result> RunAsync(byte[] input)
    {
        var start = new ProcessStartInfo("dotnet", [SampleProcess.ProgramOf("samples", "Bank.Peer")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        using Process process = Process.Start(start)!;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Patience);
        try
        {
            using var output = new MemoryStream();
            Task copied = process.StandardOutput.BaseStream.CopyToAsync(output, deadline.Token);
            Task<string> error = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.StandardInput.BaseStream.WriteAsync(input, deadline.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(deadline.Token);
            await copied;
            return new Result(process.ExitCode, Envelopes(output.ToArray()), await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    public static byte[] Frame(WireEnvelope envelope) => Frame(WireEnvelope.Contract.ToBytes(envelope));

    public static byte[] Frame(byte[] content) => [.. Header((uint)content.Length), .. content];

    public static byte[] Header(uint length)
    {
        byte[] header = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(header, length);
        return header;
    }

    private static WireEnvelope[] Envelopes(ReadOnlySpan<byte> output)
    {
        var envelopes = new List<WireEnvelope>();
        while (!output.IsEmpty)
        {
            int end = 4 + BinaryPrimitives.ReadInt32BigEndian(output);
            envelopes.Add(WireEnvelope.Contract.Read(output[4..end]));
            output = output[end..];
        }

        return [.. envelopes];
    }

    internal sealed record Result(int ExitCode, WireEnvelope[] Answers, string Error);
}
