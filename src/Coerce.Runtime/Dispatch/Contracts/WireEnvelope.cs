using System.ComponentModel;

namespace Coerce.Dispatch;

/// <summary>What an envelope is for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum WireKind
{
    /// <summary>Nothing that this version knows.</summary>
    Unspecified,

    /// <summary>A message that nobody waits for.</summary>
    Tell,

    /// <summary>A message whose sender waits for the reply.</summary>
    Ask,

    /// <summary>The reply.</summary>
    Reply,

    /// <summary>The reply of a handler that failed.</summary>
    Failure,
}

/// <summary>An actor as other processes know it.</summary>
/// <param name="Path">Where its system finds it: <c>/teller/alice</c>.</param>
/// <param name="Actor">The wire name of its kind: <c>bank.account</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct WireAddress(string Path, string Actor);

/// <summary>What stands around a message on its way from process to process: <c>coerce.Envelope</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record WireEnvelope
{
    /// <summary>The version that this program writes, and the highest that it reads.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The contract.</summary>
    public static Contract<WireEnvelope> Contract => GeneratedContract<WireEnvelope, WireEnvelopeContract>.Instance;

    /// <summary>What it is for.</summary>
    public required WireKind Kind { get; init; }

    /// <summary>The full name of the message: <c>bank.Deposit</c>.</summary>
    public required string Message { get; init; }

    /// <summary>The bytes of the message.</summary>
    public ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>Unique among the envelopes of a sender; a repeat has it again.</summary>
    public required Guid Id { get; init; }

    /// <summary>The envelope that this one answers; null for none.</summary>
    public Guid? Correlation { get; init; }

    /// <summary>To whom.</summary>
    public WireAddress? Target { get; init; }

    /// <summary>From whom; null when it is no actor.</summary>
    public WireAddress? Sender { get; init; }

    /// <summary>When nobody waits for the reply any more; null for no such time.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The W3C <c>traceparent</c>; null for none.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The W3C <c>tracestate</c>; null for none.</summary>
    public string? TraceState { get; init; }
}
