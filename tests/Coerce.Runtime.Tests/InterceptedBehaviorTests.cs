namespace Coerce.Runtime.Tests;

public readonly record struct Knock(string Who);

public readonly record struct StepIn(string Who);

/// <summary>A door with a porter: behaviours with interceptors around their turns, and a scope in one of them.</summary>
[Actor]
[Intercept<Outer>]
public sealed partial class Porch
{
    [Handles] string GetState() => "porch";

    [Behavior(Initial = true), Stashes(typeof(StepIn))]
    private sealed partial class Shut(Porch porch)
    {
        [Handles]
        async Task<string> On(Knock message)
        {
            await Task.Yield();
            porch.Become(new Ajar());
            return $"come in, {message.Who}";
        }
    }

    [Behavior]
    private sealed partial class Ajar
    {
        [Handles] string On(Knock message) => $"again, {message.Who}?";

        [Handles] string On(StepIn message, RequestScope scope) => $"{message.Who} has entered, says {scope.Get<Said>().Text}";
    }
}

/// <summary>The same without interceptors: the scope comes from the caller.</summary>
[Actor]
public sealed partial class Gatehouse
{
    [Behavior(Initial = true), Stashes(typeof(StepIn))]
    private sealed partial class Shut(Gatehouse house)
    {
        [Handles] void On(Knock message) => house.Become(new Ajar());
    }

    [Behavior]
    private sealed partial class Ajar
    {
        [Handles] void On(Knock message) => _ = message;

        [Handles] string On(StepIn message, RequestScope scope) => $"{message.Who} by {scope.Get<Said>().Text}";
    }
}

public sealed class InterceptedBehaviorTests
{
    [Fact]
    public async Task Interceptor_AroundBehaviors_SeesWhatIsHandledAndNotWhatIsStashed()
    {
        var diary = new Journal();
        await using var system = new ActorSystem("test", new ActorSystemOptions
        {
            Services = new Diaries(diary),
        });
        PorchRef porch = system.Spawn(Porch.Props());

        Task<string> entering = porch.AskAsync(new StepIn("Ada")).AsTask();
        Assert.Equal("porch", await porch.GetStateAsync());
        Assert.DoesNotContain(diary.Lines, line => line.Contains("StepIn"));
        Assert.Equal("come in, Bo", await porch.AskAsync(new Knock("Bo")));

        Assert.Equal("Ada has entered, says outer", await entering);
        Assert.Equal("again, Cy?", await porch.AskAsync(new Knock("Cy")));
        Assert.Equal(["<GetState()", "<On(Knock)", "<On(StepIn)", "<On(Knock)"], diary.Lines.Where(line => line.StartsWith('<')));
    }

    [Fact]
    public async Task Scope_OfAStashedMessage_IsThereWhenItIsHandled()
    {
        await using var system = new ActorSystem("test");
        GatehouseRef house = system.Spawn(Gatehouse.Props());

        Task<string> entering = house.AskAsync(new StepIn("Ada"), RequestScope.Empty.With(new Said("the king"))).AsTask();
        await house.AskAsync(new Knock("Bo"));

        Assert.Equal("Ada by the king", await entering);
    }

    private sealed class Diaries(Journal diary) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(Journal) ? diary : null;
    }
}
