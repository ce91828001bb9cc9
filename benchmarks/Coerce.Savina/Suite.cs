using System.Collections.Immutable;
using Coerce.Savina.BankTransaction;
using Coerce.Savina.Big;
using Coerce.Savina.ConcurrentDictionary;
using Coerce.Savina.Counting;
using Coerce.Savina.DiningPhilosophers;
using Coerce.Savina.ForkJoin;
using Coerce.Savina.SleepingBarber;
using Coerce.Savina.ThreadRing;

namespace Coerce.Savina;

/// <summary>The programs that there are, at the sizes of the publication.</summary>
public static class Suite
{
    public static readonly ImmutableArray<SavinaProgram> Programs =
    [
        new CountingProgram(),
        new ForkJoinProgram(),
        new ThreadRingProgram(),
        new ConcurrentDictionaryProgram(),
        new BankTransactionProgram(),
        new SleepingBarberProgram(),
        new DiningPhilosophersProgram(),
        new BigProgram(),
    ];
}
