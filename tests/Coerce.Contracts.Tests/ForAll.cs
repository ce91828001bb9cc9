using FsCheck;
using FsCheck.Fluent;

namespace Coerce.Contracts.Tests;

/// <summary>Properties over random values; a failure names the seed.</summary>
internal static class ForAll
{
    public static void Seeds(int count, Action<int> property)
        => Check.One(
            Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(count),
            Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), property));
}
