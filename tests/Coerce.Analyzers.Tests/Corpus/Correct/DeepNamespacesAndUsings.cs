using A;
using A.B;
using static A.B.Constants;

namespace A
{
    using B.C;

    namespace B
    {
        using System.Text;

        internal static class Constants
        {
            internal const string Name = nameof(A) + "." + nameof(B);
        }

        namespace C
        {
            using D;

            public sealed record Message(Kind Kind);

            namespace D
            {
                public enum Kind
                {
                    One,
                    Two,
                }

                [Actor(Name)]
                public sealed partial class Deep
                {
                    private readonly StringBuilder _all = new();

                    [Handles] string On(Message message) => _all.Append(message.Kind).ToString();

                    [Handles] Kind Flip(Kind kind) => kind is Kind.One ? Kind.Two : Kind.One;
                }
            }
        }
    }

    internal static class Use
    {
        internal static async Task<string> RunAsync(B.C.D.DeepRef deep) => await deep.AskAsync(new Message(await deep.FlipAsync(B.C.D.Kind.One))) + Name;
    }
}
