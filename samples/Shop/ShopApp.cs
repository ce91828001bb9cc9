namespace Shop;

/// <summary>The shop: what it is made of, and its endpoints.</summary>
public static class ShopApp
{
    public static WebApplication Create(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        ShopSettings settings = builder.Configuration.GetRequiredSection("Shop").Get<ShopSettings>()!;

        builder.AddCoerce(c =>
        {
            foreach ((string article, int count) in settings.Stock) c.AddActor(Stock.Props(article, count), article);
            c.AddActor(Warehouse.Props(), "warehouse");
        });
        builder.Services
            .AddSingleton(settings)
            .AddSingleton<Faults>()
            .AddSingleton(typeof(Store<>))
            .AddProblemDetails()
            .AddHealthChecks().AddCoerce();
        if (settings.Telemetry) builder.Services.AddHostedService<ConsoleTelemetry>();

        WebApplication app = builder.Build();
        app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf });
        MapEndpoints(app, settings);
        return app;
    }

    private static void MapEndpoints(WebApplication app, ShopSettings settings)
    {
        app.MapHealthChecks("/health");
        app.MapGet("/actors", (ActorSystem system) => system.Describe().ToString());

        app.MapGet("/stock", async (ActorSystem system) =>
        {
            var stock = new SortedDictionary<string, int>(StringComparer.Ordinal);
            foreach (string article in settings.Stock.Keys) stock[article] = await system.Find<StockRef>(article)!.CountAsync();
            return stock;
        });

        RouteGroupBuilder cart = app.MapGroup("/carts/{customer}");
        cart.MapGet("", async (string customer, IEntities<CartRef> carts) => await carts.Get(customer).GetViewAsync());
        cart.MapPost("/items", async (string customer, Line line, IEntities<CartRef> carts) =>
            line.Count < 1 || !settings.Stock.ContainsKey(line.Article)
                ? Results.Problem($"There is no article '{line.Article}', or no {line.Count} of it.", statusCode: 400)
                : Results.Ok(await carts.Get(customer).AddAsync(line)));
        cart.MapPost("/checkout", async (string customer, IEntities<CartRef> carts) => await carts.Get(customer).CheckoutAsync() switch
        {
            null => Results.Problem("The cart is empty.", statusCode: 409),
            { Stage: OrderStage.Refused } => Results.Problem("There is not enough of an article.", statusCode: 409),
            { } order => Results.Created($"/orders/{order.Id}", order),
        });

        RouteGroupBuilder order = app.MapGroup("/orders/{id:guid}");
        order.MapGet("", async (Guid id, IEntities<OrderRef> orders) => Found(await orders.Get(new OrderId(id)).GetViewAsync()));
        order.MapPost("/pay", async (Guid id, IEntities<OrderRef> orders) => Found(await orders.Get(new OrderId(id)).AskAsync(new Pay())));
        order.MapPost("/cancel", async (Guid id, IEntities<OrderRef> orders) => Found(await orders.Get(new OrderId(id)).AskAsync(new Cancel())));
    }

    private static IResult Found(OrderView order) => order.Stage == OrderStage.None ? Results.NotFound() : Results.Ok(order);

    /// <summary>What can be tried again says so.</summary>
    private static int StatusOf(Exception failure) => failure is ActorStoppedException or ActorStartException or AskTimeoutException or InjectedFaultException
        ? StatusCodes.Status503ServiceUnavailable
        : StatusCodes.Status500InternalServerError;
}
