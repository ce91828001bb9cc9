using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Shop;

/// <summary>The key of an order.</summary>
public readonly record struct OrderId(Guid Value);

/// <summary>Some pieces of an article.</summary>
public sealed record Line(string Article, int Count);

[JsonConverter(typeof(JsonStringEnumConverter<OrderStage>))]
public enum OrderStage
{
    /// <summary>Nobody has placed it.</summary>
    None,

    /// <summary>It takes its articles from the stock.</summary>
    Placing,
    Placed,
    Paid,
    Shipped,

    /// <summary>It gives its articles back.</summary>
    Cancelling,
    Cancelled,

    /// <summary>There was not enough of an article.</summary>
    Refused,
}

/// <summary>What there is to know of an order.</summary>
public sealed record OrderState(OrderStage Stage, string Customer, ImmutableArray<Line> Lines)
{
    public static readonly OrderState None = new(OrderStage.None, "", []);
}

/// <summary>An order as callers see it.</summary>
public sealed record OrderView(Guid Id, OrderStage Stage, string Customer, ImmutableArray<Line> Lines);

/// <summary>On the topic <see cref="Topics.Orders"/>: an order has its articles.</summary>
public sealed record OrderPlaced(OrderId Id, string Customer, ImmutableArray<Line> Lines);

/// <summary>The topics of the shop.</summary>
public static class Topics
{
    public const string Orders = "orders";
}

public sealed record Place(string Customer, ImmutableArray<Line> Lines);

public readonly record struct Pay;

public readonly record struct Cancel;

/// <summary>From the warehouse, which need not know whether the order is paid.</summary>
public readonly record struct Ship;
