using System.Net;
using System.Text.RegularExpressions;
using Shop;

namespace Coerce.Samples.Tests;

public sealed partial class ShopTests
{
    [Fact]
    public async Task Order_FromCartToShipment_GoesThroughItsStages()
    {
        await using ShopHost shop = await ShopHost.StartAsync();

        await shop.PostAsync<CartView>("/carts/alice/items", new Line("apples", 3));
        await shop.PostAsync<CartView>("/carts/alice/items", new Line("plums", 2));
        CartView cart = await shop.PostAsync<CartView>("/carts/alice/items", new Line("apples", 1));
        Assert.Equal([new Line("apples", 4), new Line("plums", 2)], cart.Lines);

        OrderView placed = await shop.PostAsync<OrderView>("/carts/alice/checkout");
        Assert.Equal((OrderStage.Placed, "alice"), (placed.Stage, placed.Customer));
        Assert.Equal(cart.Lines, placed.Lines);
        Assert.Empty((await shop.GetAsync<CartView>("/carts/alice")).Lines);
        Dictionary<string, int> stock = await shop.GetAsync<Dictionary<string, int>>("/stock");
        Assert.Equal((996, 500, 18), (stock["apples"], stock["pears"], stock["plums"]));

        OrderView paid = await shop.PostAsync<OrderView>($"/orders/{placed.Id}/pay");
        Assert.Equal(OrderStage.Paid, paid.Stage);

        // The warehouse has heard of the order as soon as it replies; what it told the order comes before this question.
        Assert.Equal(1, await shop.Get<WarehouseRef>().SeenAsync());
        Assert.Equal(OrderStage.Shipped, (await shop.GetAsync<OrderView>($"/orders/{placed.Id}")).Stage);
        Assert.Equal(OrderStage.Shipped, (await shop.PostAsync<OrderView>($"/orders/{placed.Id}/cancel")).Stage);
    }

    [Fact]
    public async Task Order_Cancelled_GivesItsArticlesBack()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        await shop.PostAsync<CartView>("/carts/bob/items", new Line("plums", 20));
        OrderView placed = await shop.PostAsync<OrderView>("/carts/bob/checkout");

        OrderView cancelled = await shop.PostAsync<OrderView>($"/orders/{placed.Id}/cancel");

        Assert.Equal(OrderStage.Cancelled, cancelled.Stage);
        Assert.Equal(20, (await shop.GetAsync<Dictionary<string, int>>("/stock"))["plums"]);
    }

    [Fact]
    public async Task Order_MoreThanThereIs_TakesNothing()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        await shop.PostAsync<CartView>("/carts/carol/items", new Line("apples", 5));
        await shop.PostAsync<CartView>("/carts/carol/items", new Line("plums", 21));

        using HttpResponseMessage refused = await shop.PostAsync("/carts/carol/checkout");

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Dictionary<string, int> stock = await shop.GetAsync<Dictionary<string, int>>("/stock");
        Assert.Equal((1000, 20), (stock["apples"], stock["plums"]));
    }

    [Theory]
    [InlineData("/carts/dave/items", HttpStatusCode.BadRequest)]
    [InlineData("/carts/dave/checkout", HttpStatusCode.Conflict)]
    [InlineData("/orders/00000000-0000-0000-0000-000000000001/pay", HttpStatusCode.NotFound)]
    public async Task Request_ThatCannotBe_IsRefused(string path, HttpStatusCode status)
    {
        await using ShopHost shop = await ShopHost.StartAsync();

        using HttpResponseMessage refused = await shop.PostAsync(path, new Line("unicorns", 1));

        Assert.Equal(status, refused.StatusCode);
    }

    [Fact]
    public async Task Health_StockThatStopped_IsUnhealthy()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        Assert.Equal("Healthy", await shop.Client.GetStringAsync("/health"));

        await shop.Get<ActorSystem>().Find<StockRef>("plums")!.StopAsync();

        using HttpResponseMessage health = await shop.Client.GetAsync("/health");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (health.StatusCode, await health.Content.ReadAsStringAsync()));
    }

    /// <summary>The lines of the README, one after the other.</summary>
    [Fact]
    public async Task Readme_CurlLines_Work()
    {
        await using ShopHost shop = await ShopHost.StartAsync();
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "samples", "Shop", "README.md"));
        MatchCollection lines = CurlLine().Matches(readme);
        string order = "";
        List<string> answers = [];

        foreach (Match line in lines)
        {
            using var request = new HttpRequestMessage(
                line.Groups["post"].Success ? HttpMethod.Post : HttpMethod.Get, line.Groups["path"].Value.Replace("$ORDER", order));
            if (line.Groups["body"].Success) request.Content = new StringContent(line.Groups["body"].Value, null, "application/json");
            using HttpResponseMessage response = await shop.Client.SendAsync(request);
            string answer = await response.Content.ReadAsStringAsync();
            Assert.True(response.IsSuccessStatusCode, $"{line.Value}: {response.StatusCode} {answer}");
            if (response.StatusCode == HttpStatusCode.Created) order = response.Headers.Location!.OriginalString.Split('/')[^1];
            answers.Add(answer);
        }

        Assert.Equal(readme.Split("\ncurl ").Length - 1, lines.Count);
        Assert.Contains("\"apples\":997", answers[3]);
        Assert.Contains("\"Placed\"", answers[4]);
        Assert.Contains("\"Paid\"", answers[5]);
        Assert.Equal("Healthy", answers[7]);
        Assert.Contains("Stock '/apples'", answers[8]);
    }

    [GeneratedRegex(@"^curl (?<post>-X POST )?localhost:5080(?<path>/\S+)(?: -H 'Content-Type: application/json' -d '(?<body>[^']*)')?$", RegexOptions.Multiline)]
    private static partial Regex CurlLine();
}
