using System.Diagnostics;

namespace Coerce.Telemetry;

/// <summary>What an envelope has in the place of its sender's activity while somebody wants to know how long messages wait.</summary>
/// <param name="sender">The sender's activity.</param>
/// <param name="at">When it was sent, by the system's clock.</param>
internal sealed class SentMark(Activity? sender, long at)
{
    public Activity? Sender => sender;

    public long At => at;
}
