namespace Coerce.Generators.Emission;

/// <summary>Full names for generated code, which may stand beside types of any name.</summary>
internal static class Names
{
    internal const string ActorRef = "global::Coerce.ActorRef";
    internal const string Props = "global::Coerce.Props";
    internal const string IReceive = "global::Coerce.IReceive";
    internal const string IAsk = "global::Coerce.IAsk";
    internal const string ActorDescriptor = "global::Coerce.ActorDescriptor";
    internal const string HandlerDescriptor = "global::Coerce.HandlerDescriptor";
    internal const string ActorModule = "global::Coerce.ActorModule";
    internal const string ActorCatalog = "global::Coerce.ActorCatalog";
    internal const string ActorCell = "global::Coerce.Dispatch.ActorCell";
    internal const string ActorDispatcher = "global::Coerce.Dispatch.ActorDispatcher";
    internal const string ActorRecipe = "global::Coerce.Dispatch.ActorRecipe";
    internal const string AskTimeout = "global::Coerce.Dispatch.AskTimeout";
    internal const string Envelope = "global::Coerce.Dispatch.Envelope";
    internal const string RefOf = "global::Coerce.Dispatch.RefOf";
    internal const string Unhandled = "global::Coerce.Dispatch.Unhandled";

    internal const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    internal const string CancellationToken = "global::System.Threading.CancellationToken";
    internal const string TimeSpan = "global::System.TimeSpan";
    internal const string Exception = "global::System.Exception";
    internal const string InvalidOperation = "global::System.InvalidOperationException";
    internal const string HideFromEditor =
        "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";

    /// <summary>Lets overloads of a higher priority go first: C# 13.</summary>
    internal static string Priority(int priority)
        => FormattableString.Invariant($"[global::System.Runtime.CompilerServices.OverloadResolutionPriority({priority})]");

    private static readonly string Version = typeof(Names).Assembly.GetName().Version.ToString(3);

    internal static string GeneratedCode { get; } =
        $"[global::System.CodeDom.Compiler.GeneratedCode(\"Coerce.Generators\", \"{Version}\")]";
}
