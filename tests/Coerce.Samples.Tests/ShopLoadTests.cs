using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Shop;

namespace Coerce.Samples.Tests;

/// <summary>Many customers at once, over 64 connections: what the orders say and what has left the stock are the same, whatever breaks.</summary>
/// <remarks>Each customer orders a number of times. <c>COERCE_SHOP_SECONDS=60</c> makes it as long as that instead.</remarks>
public sealed class ShopLoadTests(ITestOutputHelper output)
{
    private const int Connections = 64;
    private const int Rounds = 40;

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.01)]
    public async Task Load_64Connections_OrdersEqualWhatLeftTheStock(double faultRate)
    {
        int stock = 1_000_000;
        await using ShopHost shop = await ShopHost.StartAsync(
            Connections,
            $"--Shop:Stock:apples={stock}", $"--Shop:Stock:pears={stock}", "--Shop:Stock:plums=500",
            $"--Shop:FaultRate={faultRate.ToString(CultureInfo.InvariantCulture)}");

        long begin = Stopwatch.GetTimestamp();
        int? seconds = int.TryParse(Environment.GetEnvironmentVariable("COERCE_SHOP_SECONDS"), out int given) ? given : null;
        Customer[] customers = [.. Enumerable.Range(0, Connections).Select(i => new Customer(shop, $"customer{i}", i))];
        await Task.WhenAll(customers.Select(customer => Task.Run(() => customer.BuyAsync(
            round => seconds is { } limit ? Stopwatch.GetElapsedTime(begin).TotalSeconds < limit : round < Rounds))));
        TimeSpan took = Stopwatch.GetElapsedTime(begin);
        Faults faults = shop.Get<Faults>();
        faults.End();

        await SettleAsync(shop, customers);

        KeyValuePair<string, OrderState>[] orders = [.. shop.Get<Store<OrderState>>().Rows];
        Dictionary<string, int> left = await shop.GetAsync<Dictionary<string, int>>("/stock");
        foreach ((string article, int before) in new[] { ("apples", stock), ("pears", stock), ("plums", 500) })
        {
            int ordered = orders
                .Where(order => order.Value.Stage is OrderStage.Placed or OrderStage.Paid or OrderStage.Shipped)
                .SelectMany(order => order.Value.Lines).Where(line => line.Article == article).Sum(line => line.Count);
            Assert.Equal(before - left[article], ordered);
        }

        // No customer's order is missing, and none is there twice.
        string[] bought = [.. customers.SelectMany(customer => customer.Orders)];
        Assert.Equal(bought.Length, bought.Distinct().Count());
        Assert.Equal(bought.Order(StringComparer.Ordinal), orders.Where(order => order.Value.Stage != OrderStage.Refused).Select(order => order.Key).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(orders, order => order.Value.Stage is OrderStage.None or OrderStage.Placing or OrderStage.Cancelling);
        if (faultRate > 0) Assert.True(faults.Count > 0);
        output.WriteLine($"{bought.Length} orders, {customers.Sum(customer => customer.Requests)} requests in {took.TotalSeconds:0.0} s; {faults.Count} faults, {customers.Sum(customer => customer.Failures)} failed requests");
    }

    /// <summary>Nothing breaks any more: every checkout that broke is finished, every order goes on from where it stopped.</summary>
    private static async Task SettleAsync(ShopHost shop, Customer[] customers)
    {
        foreach (Customer customer in customers) await customer.CheckOutAsync();
        foreach ((string id, _) in shop.Get<Store<OrderState>>().Rows) await shop.GetAsync<OrderView>($"/orders/{id}");
    }

    /// <summary>Fills a cart, orders, pays or cancels, and tries again what failed.</summary>
    private sealed class Customer(ShopHost shop, string name, int seed)
    {
        private static readonly string[] Articles = ["apples", "pears", "plums"];
        private readonly Random _random = new(seed);
        private readonly HashSet<Guid> _known = [];

        /// <summary>The orders that the shop has taken.</summary>
        public List<string> Orders { get; } = [];

        public int Requests { get; private set; }

        public int Failures { get; private set; }

        public async Task BuyAsync(Func<int, bool> goOn)
        {
            for (int round = 0; goOn(round); round++)
            {
                foreach (string article in Articles)
                    if (_random.Next(2) == 0) await PostAsync<CartView>($"/carts/{name}/items", new Line(article, _random.Next(1, 4)));

                if (await CheckOutAsync() is not { Stage: OrderStage.Placed } order) continue;
                if (_random.Next(3) == 0) await PostAsync<OrderView>($"/orders/{order.Id}/cancel");
                else await PostAsync<OrderView>($"/orders/{order.Id}/pay");
            }
        }

        /// <returns>The order; null where the cart is empty, or the order was refused.</returns>
        public async Task<OrderView?> CheckOutAsync()
        {
            OrderView? order = await PostAsync<OrderView>($"/carts/{name}/checkout");
            if (order is null)
            {
                // Perhaps the answer to an earlier try got lost: then the order is there, and the cart empty.
                if ((await GetAsync<CartView>($"/carts/{name}")).LastOrder is not { } last || _known.Contains(last)) return null;
                order = await GetAsync<OrderView>($"/orders/{last}");
            }

            if (_known.Add(order.Id) && order.Stage != OrderStage.Refused) Orders.Add($"{order.Id}");
            return order.Stage == OrderStage.Refused ? null : order;
        }

        private Task<T?> PostAsync<T>(string path, object? body = null)
            where T : class => RetryAsync<T>(() => shop.PostAsync(path, body));

        private async Task<T> GetAsync<T>(string path)
            where T : class => (await RetryAsync<T>(() => shop.Client.GetAsync(path)))!;

        private async Task<T?> RetryAsync<T>(Func<Task<HttpResponseMessage>> send)
            where T : class
        {
            while (true)
            {
                Requests++;
                using HttpResponseMessage response = await send();
                if (response.IsSuccessStatusCode) return await response.Content.ReadFromJsonAsync<T>(ShopHost.Json);
                if (response.StatusCode == HttpStatusCode.Conflict) return null;
                Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
                Failures++;
            }
        }
    }
}
