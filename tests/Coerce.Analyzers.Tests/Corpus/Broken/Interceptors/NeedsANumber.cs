namespace Around;

public sealed class Retries(int times) : SendInterceptor
{
    public override async ValueTask<TReply> SendAsync<TMessage, TReply>(SendInfo send, TMessage message, SendNext<TMessage, TReply> next)
    {
        for (int attempt = 1; attempt < times; attempt++)
        {
            try
            {
                return await next.SendAsync(message);
            }
            catch (HttpRequestException)
            {
                await Task.Yield();
            }
        }

        return await next.SendAsync(message);
    }
}

[Actor]
[{|COERCE0040:Intercept<Retries>|}]
public sealed partial class Gateway
{
    private int _calls;

    [Handles] int Call(string address) => _calls += address.Length;
}
