// The author came from static helper classes.
namespace Statistics;

public readonly record struct Sample(double Value);

[Actor("statistics.mean")]
public static partial class {|COERCE0002:RunningMean|}
{
    private static double s_sum;
    private static int s_count;

    [Handles]
    static double On(Sample message)
    {
        s_sum += message.Value;
        return s_sum / ++s_count;
    }

    [Handles] static int GetCount() => s_count;
}

public sealed class Feeder(ActorSystem system)
{
    public async Task<double> FeedAsync(IEnumerable<double> values, CancellationToken cancellationToken)
    {
        RunningMeanRef mean = system.Spawn(RunningMean.Props(), "mean");
        double last = 0;
        foreach (double value in values)
        {
            last = await mean.AskAsync(new Sample(value), cancellationToken);
        }

        return last / await mean.GetCountAsync(cancellationToken);
    }
}
