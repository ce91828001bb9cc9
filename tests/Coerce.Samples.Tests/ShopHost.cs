using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shop;

namespace Coerce.Samples.Tests;

/// <summary>The shop on Kestrel, on a free port of this machine.</summary>
internal sealed class ShopHost : IAsyncDisposable
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly WebApplication _app;

    private ShopHost(WebApplication app, int connections)
    {
        _app = app;
        Client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public static async Task<ShopHost> StartAsync(int connections = 4, params string[] settings)
    {
        WebApplication app = ShopApp.Create(
        [
            "--contentRoot", Path.Combine(Repository.Root, "samples", "Shop"),
            "--urls", "http://127.0.0.1:0",
            "--Shop:Telemetry=false",
            "--Logging:LogLevel:Default=None",
            "--Logging:LogLevel:Microsoft.AspNetCore=None",
            .. settings,
        ]);
        await app.StartAsync();
        return new ShopHost(app, connections);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async Task<T> GetAsync<T>(string path) => (await Client.GetFromJsonAsync<T>(path, Json))!;

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null) => Client.PostAsJsonAsync(path, body, Json);

    /// <summary>Posts, and expects an answer with a body.</summary>
    public async Task<T> PostAsync<T>(string path, object? body = null)
    {
        using HttpResponseMessage response = await PostAsync(path, body);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<T>(Json))!;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
