namespace Mail;

public sealed record Letter(string To);
public sealed record Stamp(int Cents);

[Actor]
public sealed partial class PostOffice
{
    private int _cents;

    // A letter with its stamp: meant as one message, written as two.
    [Handles] bool {|COERCE0003:On|}(Letter letter, Stamp stamp) => (_cents += stamp.Cents) > letter.To.Length;

    [Handles] int TakeIn() => _cents;
}

public sealed class Customer(PostOfficeRef office)
{
    public async Task<int> SendAsync(string to)
    {
        bool sent = await office.AskAsync(new Letter(to));
        return sent ? await office.TakeInAsync() : 0;
    }
}
