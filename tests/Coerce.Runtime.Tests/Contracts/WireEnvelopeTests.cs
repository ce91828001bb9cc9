using Coerce.Dispatch;

namespace Coerce.Runtime.Tests.Contracts;

public sealed class WireEnvelopeTests
{
    private static readonly WireEnvelope Full = new()
    {
        Kind = WireKind.Ask,
        Message = "bank.Deposit",
        Payload = new byte[] { 1, 2, 3 },
        Id = new Guid("0e3ad54c-6f8c-4c43-8c45-5d9d4a1ad6ac"),
        Correlation = new Guid("11111111-6f8c-4c43-8c45-5d9d4a1ad6ac"),
        Target = new WireAddress("/teller/alice", "bank.account"),
        Sender = new WireAddress("/desk", "bank.desk"),
        Deadline = DateTimeOffset.UnixEpoch.AddDays(20_000).AddTicks(7),
        TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        TraceState = "vendor=1",
    };

    [Fact]
    public void Envelope_WrittenAndRead_IsTheSame()
    {
        byte[] bytes = WireEnvelope.Contract.ToBytes(Full);
        WireEnvelope read = WireEnvelope.Contract.Read(bytes);

        Assert.Equal(bytes.Length, WireEnvelope.Contract.Size(Full));
        Assert.Equal(Full.Payload.ToArray(), read.Payload.ToArray());
        Assert.Equal(Full with { Payload = default }, read with { Payload = default });
    }

    [Fact]
    public void Envelope_WithTheLeastThereCanBe_IsTheSame()
    {
        var least = new WireEnvelope { Kind = WireKind.Tell, Message = "m", Id = Guid.Empty };

        Assert.Equal(least, WireEnvelope.Contract.Read(WireEnvelope.Contract.ToBytes(least)));
    }

    [Theory]
    [InlineData(new byte[0], "version 0")]
    [InlineData(new byte[] { 8, 2 }, "version 2")]
    [InlineData(new byte[] { 8, 1, 18 }, "cannot be read")]
    public void Envelope_OfAnotherVersionOrBroken_IsRefused(byte[] bytes, string problem)
        => Assert.Contains(problem, Assert.Throws<ContractException>(() => WireEnvelope.Contract.Read(bytes)).Message, StringComparison.Ordinal);

    [Fact]
    public void Envelope_AsJson_ShowsNoPayload()
    {
        string json = WireEnvelope.Contract.ToJson(Full);

        Assert.Contains("\"payloadBytes\":3", json, StringComparison.Ordinal);
        Assert.Contains("\"target\":\"/teller/alice\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Envelope_Written_AllocatesNothing()
    {
        byte[] output = new byte[WireEnvelope.Contract.Size(Full)];
        for (int i = 0; i < 50; i++) WireEnvelope.Contract.Write(Full, output);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) WireEnvelope.Contract.Write(Full, output);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
