using Around;

[assembly: {|COERCE0040:Intercept<Tenancy>|}]

namespace Around
{
    public sealed class Tenancy(int tenant, RequestScope scope) : TurnInterceptor
    {
        public override ValueTask<TReply> HandleAsync<TMessage, TReply>(TurnInfo turn, TMessage message, TurnNext<TMessage, TReply> next)
            => next.HandleAsync(message, scope.With($"{tenant}"));
    }

    [Actor]
    public sealed partial class Desk
    {
        private int _visits;

        [Handles] int Visit() => ++_visits;
    }

    public static class Use
    {
        public static async Task<int> RunAsync(DeskRef desk) => await desk.VisitAsync();
    }
}
