// ---- file Nothing.cs ----
// Nothing but this.
// ---- file Only.cs ----
namespace Empty;
// ---- file Actor.cs ----
[Actor] sealed partial class Small { [Handles] void Do() { } }
// ---- file Semicolons.cs ----
namespace Semicolons
{
    class A { };
    struct B;
    interface C;
    enum D { };
    record E;
    [Actor] partial class F { [Handles] void Do(E e) { } };
}
