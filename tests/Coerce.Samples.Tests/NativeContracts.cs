namespace Coerce.Samples.Tests;

/// <summary>A program with a named actor, whose messages become bytes and are read again.</summary>
internal static class NativeContracts
{
    internal const string Program = """
        using System.Collections.Immutable;
        using Coerce;

        var options = new ActorSystemOptions { Modules = { Coerce.Modules.Native.Instance } };
        await using var system = new ActorSystem("native", options);
        OrdersRef orders = system.Spawn(Orders.Props(), "orders");

        Contract<Order> contract = system.Contracts.Of<Order>();
        var order = new Order(
            Guid.Empty, [new Line("tea", 3, 1.5m), new Line("cup", -1, 0)], Kind.Air, ImmutableDictionary<string, int>.Empty.Add("a", 1), orders,
            new Payment.Card("4711"), DateTimeOffset.UnixEpoch, null);
        Console.WriteLine(contract.ToJson(contract.Read(contract.ToBytes(order))));
        Console.WriteLine(system.Contracts.Of<OrdersRef>().Read(system.Contracts.Of<OrdersRef>().ToBytes(orders)) == orders);
        Console.WriteLine(await orders.AskAsync(contract.Read(contract.ToBytes(order))));
        try
        {
            contract.ToBytes(order with { Lines = [new Line(null!, 0, 0)] });
        }
        catch (ContractException failure)
        {
            Console.WriteLine(failure.Path);
        }

        public enum Kind { None, Air }

        public sealed record Line(string Article, int Count, decimal Price);

        public abstract record Payment
        {
            public sealed record Cash(int Given) : Payment;

            public sealed record Card([property: Sensitive] string Number) : Payment;
        }

        public sealed record Order(
            Guid Id, ImmutableArray<Line> Lines, Kind Kind, ImmutableDictionary<string, int> Counts, OrdersRef From, Payment Payment, DateTimeOffset At, Line? Gift);

        [Actor("native.orders")]
        public sealed partial class Orders
        {
            [Handles] int On(Order order) => order.Lines.Sum(line => line.Count);

            [Handles] OrdersRef Same(OrdersRef other) => other;
        }
        """;

    internal const string Output = """
        {"id":"00000000-0000-0000-0000-000000000000","lines":[{"article":"tea","count":3,"price":1.5},{"article":"cup","count":-1,"price":0}],"kind":"Air","counts":{"a":1},"from":"/orders","payment":{"card":{"number":"***"}},"at":"1970-01-01T00:00:00Z","gift":null}
        True
        2
        lines.article

        """;

    internal static string Project(string repository) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net9.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <PublishAot>true</PublishAot>
          </PropertyGroup>

          <Import Project="{repository}/src/Coerce.targets" />
        </Project>
        """;
}
