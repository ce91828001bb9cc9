namespace Shop;

public interface IMailer
{
    Task SendAsync(string to);
}

[Actor("shop.invoice")]
public sealed partial class Invoice([EntityKey] long number, IMailer {|COERCE0021:mailer|}, string {|COERCE0021:customer|}, ActorContext<InvoiceRef> context)
{
    private bool _sent;

    [Handles]
    async Task<bool> Send()
    {
        if (_sent) return false;
        await mailer.SendAsync(customer);
        context.Stop();
        return _sent = number > 0;
    }
}

public static class Use
{
    public static async Task<bool> RunAsync(ActorSystem system) => await system.Entity<InvoiceRef>(7).SendAsync();
}
