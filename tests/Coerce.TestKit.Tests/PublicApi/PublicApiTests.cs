using Coerce.Runtime.Tests.PublicApi;

namespace Coerce.TestKit.Tests.PublicApi;

public sealed class PublicApiTests
{
    [Fact]
    public void TestKit_PublicApi_IsTheApprovedText() => ApprovedApi.Match(typeof(TestHost).Assembly);
}
