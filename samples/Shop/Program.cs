using Shop;

await using WebApplication app = ShopApp.Create(args);
await app.RunAsync();
