using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Coerce.Hosting.Tests;

public sealed class OptionsTests
{
    [Fact]
    public async Task Options_NothingSaid_AreTheHosts()
    {
        var clock = new TestKit.VirtualTime();
        await using var app = new TestApp(_ => { });
        app.Builder.Services.AddSingleton<TimeProvider>(clock);

        CoerceOptions options = app.Get<IOptions<CoerceOptions>>().Value;

        Assert.Equal("tests", app.System.Name);
        Assert.Same(clock, options.System.Clock);
        Assert.Same(app.Logs, options.System.LoggerFactory);
        Assert.NotNull(options.System.Services);
        Assert.Equal(TimeSpan.FromSeconds(30), options.System.AskTimeout);
    }

    [Fact]
    public async Task Options_Section_IsRead()
    {
        await using var app = new TestApp(
            _ => { },
            ("Coerce:Name", "shop"),
            ("Coerce:AskTimeout", "00:00:05"),
            ("coerce:shutdowntimeout", "00:00:20"),
            ("Coerce:OnTopFailure", "stopsystem"),
            ("Coerce:Health:ProbeTimeout", "00:00:00.250"),
            ("Coerce:Health:QueueLength", "100"));

        CoerceOptions options = app.Get<IOptions<CoerceOptions>>().Value;

        Assert.Equal("shop", app.System.Name);
        Assert.Equal(TimeSpan.FromSeconds(5), options.System.AskTimeout);
        Assert.Equal(TimeSpan.FromSeconds(20), options.System.ShutdownTimeout);
        Assert.Equal(TopFailurePolicy.StopSystem, options.System.OnTopFailure);
        Assert.Equal(TimeSpan.FromMilliseconds(250), options.Health.ProbeTimeout);
        Assert.Equal(100, options.Health.QueueLength);
    }

    [Fact]
    public async Task Options_Code_ComesAfterTheSection()
    {
        await using var app = new TestApp(c => c.Configure(options => options.System.AskTimeout *= 2), ("Coerce:AskTimeout", "00:00:05"));

        Assert.Equal(TimeSpan.FromSeconds(10), app.Get<IOptions<CoerceOptions>>().Value.System.AskTimeout);
    }

    [Theory]
    [InlineData("AskTimeout", "5", "Coerce:AskTimeout is '5': write hours, minutes and seconds, such as \"00:00:30\".")]
    [InlineData("AskTimeout", "-00:00:01", "Coerce:AskTimeout is -00:00:01: write a time that is positive and at most 24 days, such as \"00:00:30\".")]
    [InlineData("ShutdownTimeout", "soon", "Coerce:ShutdownTimeout is 'soon': write hours, minutes and seconds, such as \"00:00:30\".")]
    [InlineData("OnTopFailure", "Panic", "Coerce:OnTopFailure is 'Panic': write StopActor or StopSystem.")]
    [InlineData("OnTopFailure", "1", "Coerce:OnTopFailure is '1': write StopActor or StopSystem.")]
    [InlineData("Name", " ", "Coerce:Name is empty: give the actor system a name, such as \"shop\".")]
    [InlineData("AskTimout", "00:00:05", "Coerce:AskTimout is no setting: there are Name, AskTimeout, ShutdownTimeout, OnTopFailure, Health.")]
    [InlineData("Health:Queue", "5", "Coerce:Health:Queue is no setting: there are ProbeTimeout, QueueLength.")]
    [InlineData("Health:QueueLength", "many", "Coerce:Health:QueueLength is 'many': write a number, such as \"1000\".")]
    [InlineData("Health:ProbeTimeout", "00:00:00", "Coerce:Health:ProbeTimeout is 00:00:00: write a time that is positive and at most 24 days, such as \"00:00:01\".")]
    [InlineData("ShutdownTimeout", "00:01:00", "Coerce:ShutdownTimeout is 00:01:00, and the host gives all that it runs 00:00:30 to stop: write less, or raise the host's, builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ...).")]
    public async Task Start_SettingThatCannotBe_FailsTheHostAndSaysWhatToWrite(string key, string value, string message)
    {
        await using var app = new TestApp(_ => { }, ($"Coerce:{key}", value));

        var failed = await Assert.ThrowsAsync<OptionsValidationException>(app.StartedAsync);

        Assert.Equal(message, Assert.Single(failed.Failures));
    }

    [Fact]
    public async Task Start_SeveralThingsWrong_NamesThemAll()
    {
        await using var app = new TestApp(
            c => c.Configure(options =>
            {
                options.Name = "";
                options.Health.QueueLength = -1;
                options.System.OnTopFailure = (TopFailurePolicy)7;
            }),
            ("Coerce:AskTimeout", "never"));

        var failed = await Assert.ThrowsAsync<OptionsValidationException>(app.StartedAsync);

        Assert.Equal(4, failed.Failures.Count());
    }
}
