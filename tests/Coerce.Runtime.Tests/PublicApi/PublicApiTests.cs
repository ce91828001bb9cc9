namespace Coerce.Runtime.Tests.PublicApi;

public sealed class PublicApiTests
{
    [Fact]
    public void Runtime_PublicApi_IsTheApprovedText() => ApprovedApi.Match(typeof(ActorSystem).Assembly);
}
