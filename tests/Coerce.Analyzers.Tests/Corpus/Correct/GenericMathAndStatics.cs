using System.Numerics;

namespace Maths;

public sealed record Sum<T>(IReadOnlyList<T> Values)
    where T : INumber<T>;

public interface IUnit<TSelf>
    where TSelf : IUnit<TSelf>
{
    static abstract string Symbol { get; }

    static virtual int Scale => 1;
}

public readonly record struct Metre(double Value) : IUnit<Metre>
{
    public static string Symbol => "m";
}

[Actor]
public sealed partial class Calculator<T>
    where T : struct, INumber<T>, IMinMaxValue<T>
{
    private T _total = T.Zero;

    [Handles] T On(Sum<T> message) => _total += message.Values.Aggregate(T.Zero, (left, right) => left + right);

    [Handles] T Clamp(T value) => T.Clamp(value, T.MinValue, _total);
}

[Actor]
public sealed partial class Label<TUnit>
    where TUnit : unmanaged, IUnit<TUnit>
{
    private int _made;

    [Handles] string Make(TUnit unit) => $"{unit} {TUnit.Symbol} {TUnit.Scale} {++_made}";
}

public static class Use
{
    public static async Task<string> RunAsync(ActorSystem system)
    {
        CalculatorRef<decimal> calculator = system.Spawn(Calculator<decimal>.Props());
        decimal sum = await calculator.AskAsync(new Sum<decimal>([1, 2, 3]));
        return await system.Spawn(Label<Metre>.Props()).MakeAsync(new Metre((double)await calculator.ClampAsync(sum)));
    }
}
