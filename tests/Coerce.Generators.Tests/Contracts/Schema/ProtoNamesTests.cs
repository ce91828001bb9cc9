using Coerce.CodeAnalysis.Contracts;
using Xunit;

namespace Coerce.Generators.Tests.Contracts;

public sealed class ProtoNamesTests
{
    [Theory]
    [InlineData("Amount", "amount")]
    [InlineData("HTTPStatus", "http_status")]
    [InlineData("OrderID", "order_id")]
    [InlineData("Line2Total", "line2_total")]
    [InlineData("IPv4", "i_pv4")]
    [InlineData("already_snake", "already_snake")]
    [InlineData("_hidden", "hidden")]
    [InlineData("Foo__Bar_", "foo_bar")]
    [InlineData("__", "x")]
    [InlineData("_1", "x1")]
    [InlineData("Größe", "grosse_xd6afa2")]
    [InlineData("Grösse", "grosse_x60188b")]
    [InlineData("Ærø", "aero_x09754b")]
    [InlineData("数量", "u6570_u91cf_x224160")]
    [InlineData("𝒳", "u1d4b3_xdb27d9")]
    public void Field_OfName_IsLegalSnake(string name, string field)
    {
        Assert.Equal(field, ProtoNames.Field(name));
        Assert.True(ProtoNames.IsIdentifier(field));
    }

    [Theory]
    [InlineData("OrderState", "InProgress", "ORDER_STATE_IN_PROGRESS")]
    [InlineData("Order.State", "OK", "STATE_OK")]
    [InlineData("Color", "_2", "COLOR_X2")]
    public void EnumValue_OfMember_BeginsWithTheEnum(string type, string member, string value) => Assert.Equal(value, ProtoNames.EnumValue(type, member));

    [Theory]
    [InlineData("Bank.Core", "bank.core")]
    [InlineData("MyCompany.HTTPApi", "my_company.http_api")]
    [InlineData("", "")]
    public void Package_OfNamespace_IsLower(string name, string package) => Assert.Equal(package, ProtoNames.Package(name));

    [Theory]
    [InlineData("Order", "Order")]
    [InlineData("string", "string_")]
    [InlineData("message", "message_")]
    [InlineData("Äpfel", "Apfel_xa60edc")]
    public void Type_OfName_CanBeReferredTo(string name, string type) => Assert.Equal(type, ProtoNames.Type(name));

    [Fact]
    public void Fields_WithTheSameName_AreToldApart() =>
        Assert.Equal(["foo_bar", "foo_bar_2", "foobar_3", "other"], ProtoNames.Fields(["FooBar", "Foo_Bar", "Foobar", "Other"]));

    [Fact]
    public void Json_OfField_IsWhatProtocSays()
    {
        string[] names = ["amount", "http_status", "line2_total", "_x", "a__b", "Upper", "x_", "a_1b", "u6570_u91cf_x0"];
        string text = "syntax = \"proto3\"; message A { " + string.Concat(names.Select((name, i) => $"int32 {name} = {i + 1}; ")) + "}";

        Assert.Equal(Protoc.Describe(text).MessageType[0].Field.Select(field => field.JsonName), names.Select(ProtoNames.Json));
    }
}
