using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

[assembly: CLSCompliant(false)]

namespace Attributed;

[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class NoteAttribute(params string[] texts) : Attribute
{
    public IReadOnlyList<string> Texts => texts;

    public Type? Type { get; set; }
}

[Note("message", Type = typeof(Item)), Serializable]
public sealed record Item([property: Note("value")] [param: Note] int Value);

[Note("actor", "class"), DebuggerDisplay("{_sum}"), EditorBrowsable(EditorBrowsableState.Advanced)]
[Actor("attributed.shelf"), Note]
public sealed partial class Shelf([Note("start")] int start)
{
    [Note] private int _sum = start;

    [Note("handler"), Handles, Description("Adds."), MethodImpl(MethodImplOptions.AggressiveInlining)]
    [return: Note("sum")]
    int On([Note] Item message) => _sum += message.Value;

    [Handles]
    [SuppressMessage("Style", "IDE0060", Justification = "Named for callers.")]
    int Sum([CallerMemberName] string caller = "", [CallerLineNumber] int line = 0) => _sum;

    [DebuggerStepThrough, OnStart] void Started() => Trace();

    [Conditional("DEBUG")] private void Trace() => Debug.WriteLine(_sum);
}

public static class Use
{
    public static async Task<int> RunAsync(ShelfRef shelf) => await shelf.AskAsync(new Item(1)) + await shelf.SumAsync();
}
