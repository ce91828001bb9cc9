namespace Coerce.Savina.SleepingBarber;

/// <summary>Work of a random length that does nothing: the time that a haircut takes, or the next customer to come.</summary>
internal static class Effort
{
    public static void Spend(Random random, int most)
    {
        double sum = 0;
        for (int left = random.Next(most + 1); left > 0; left--) sum += random.NextDouble();
        GC.KeepAlive(sum);
    }
}
