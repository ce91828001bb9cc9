namespace Coerce.Runtime.Tests;

public sealed class DeadLetterTests
{
    [Fact]
    public void Text_OfADeadLetter_HasTheTypeOfItsMessageAlone()
    {
        var letter = new DeadLetter(new SignIn("ada", "secret"), "/c", DeadLetterReason.ActorStopped, null);

        Assert.Equal("DeadLetter { Message = SignIn, Path = /c, Reason = ActorStopped, Failure =  }", letter.ToString());
        Assert.Equal("DeadLetter { Message = , Path = /c, Reason = ActorStopped, Failure =  }", (letter with { Message = null }).ToString());
        Assert.Equal(letter, letter with { Message = new SignIn("ada", "secret") });
    }

    private sealed record SignIn(string User, [property: Sensitive] string Password);
}
