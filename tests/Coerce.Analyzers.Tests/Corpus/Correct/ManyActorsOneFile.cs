using M = Factory.Message;

namespace Factory
{
    public abstract record Message { public sealed record Part(int Number) : Message; public sealed record Product(IReadOnlyList<int> Parts) : Message; }

    [Actor] sealed partial class A(IReceive<M.Part> next) { private int _n; [Handles] void On(M.Part m) { _n++; next.Tell(m with { Number = m.Number + _n }); } }
    [Actor] sealed partial class B(IReceive<M.Part> next) { [Handles] void On(M.Part m) { if (m.Number > 0) next.Tell(m); } }
    [Actor] sealed partial class C(IReceive<M.Product> next) { private readonly List<int> _parts = []; [Handles] void On(M.Part m) { _parts.Add(m.Number); if (_parts.Count == 3) { next.Tell(new M.Product([.. _parts])); _parts.Clear(); } } }
    [Actor] sealed partial class D { private int _products; [Handles] void On(M.Product m) => _products += m.Parts.Count; [Handles] int Count() => _products; }

    static class Line
    {
        public static async Task<int> RunAsync(ActorSystem system)
        {
            DRef d = system.Spawn(D.Props());
            CRef c = system.Spawn(C.Props(d));
            BRef b = system.Spawn(B.Props(c));
            ARef a = system.Spawn(A.Props(b));
            for (int i = 0; i < 9; i++) a.Tell(new M.Part(i));
            await Task.Delay(10);
            return await d.CountAsync();
        }
    }
}
