namespace Many;

public readonly record struct M01(int N); public readonly record struct M02(int N); public readonly record struct M03(int N); public readonly record struct M04(int N);
public readonly record struct M05(int N); public readonly record struct M06(int N); public readonly record struct M07(int N); public readonly record struct M08(int N);
public readonly record struct M09(int N); public readonly record struct M10(int N); public readonly record struct M11(int N); public readonly record struct M12(int N);
public readonly record struct M13(int N); public readonly record struct M14(int N); public readonly record struct M15(int N); public readonly record struct M16(int N);

[Actor]
public sealed partial class Busy
{
    private int _n;

    [Handles] int On(M01 m) => _n += m.N; [Handles] int On(M02 m) => _n += m.N; [Handles] int On(M03 m) => _n += m.N; [Handles] int On(M04 m) => _n += m.N;
    [Handles] int On(M05 m) => _n += m.N; [Handles] int On(M06 m) => _n += m.N; [Handles] int On(M07 m) => _n += m.N; [Handles] int On(M08 m) => _n += m.N;
    [Handles] int On(M09 m) => _n += m.N; [Handles] int On(M10 m) => _n += m.N; [Handles] int On(M11 m) => _n += m.N; [Handles] int On(M12 m) => _n += m.N;
    [Handles] int On(M13 m) => _n += m.N; [Handles] int On(M14 m) => _n += m.N; [Handles] int On(M15 m) => _n += m.N; [Handles] int On(M16 m) => _n += m.N;
    [Handles] int A(int a) => _n += a; [Handles] int B(int b) => _n += b; [Handles] int C(int c) => _n += c; [Handles] int D(int d) => _n += d;
    [Handles] void E() => _n++; [Handles] Task F() => Task.FromResult(_n++); [Handles] ValueTask G() => new(Task.FromResult(_n++)); [Handles] Deferred<int> H() => new();
}

public static class Use
{
    public static async Task<int> RunAsync(BusyRef busy)
    {
        busy.Tell(new M01(1));
        busy.Tell(new Busy.Messages.H());
        await busy.EAsync();
        await busy.FAsync();
        await busy.GAsync();
        return await busy.AskAsync(new M16(2)) + await busy.AAsync(3) + await busy.DAsync(4);
    }
}
