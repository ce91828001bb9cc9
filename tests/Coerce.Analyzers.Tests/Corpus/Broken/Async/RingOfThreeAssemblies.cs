// ---- assembly Low ----
namespace Low;

[Contract]
public sealed record Ask(int Depth);

[Actor("low.store")]
public sealed partial class Store(IAsk<Ask, int> next)
{
    private int _asked;

    [Handles] async Task<int> Find(int depth) => ++_asked + await next.AskAsync(new Ask(depth));
}
// ---- assembly High ----
using Low;

namespace High;

[Actor("high.index")]
public sealed partial class Index(StoreRef store)
{
    private int _asked;

    [Handles] async Task<int> Search(int depth) => ++_asked + await store.{|COERCE0303:FindAsync|}(depth);

    [Handles] async Task<int> On(Ask message) => message.Depth + await store.{|COERCE0303:FindAsync|}(_asked);
}
