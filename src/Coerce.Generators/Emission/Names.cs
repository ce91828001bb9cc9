namespace Coerce.Generators.Emission;

/// <summary>Full names for generated code, which may stand beside types of any name.</summary>
internal static class Names
{
    internal const string ActorRef = "global::Coerce.ActorRef";
    internal const string Props = "global::Coerce.Props";
    internal const string IReceive = "global::Coerce.IReceive";
    internal const string IAsk = "global::Coerce.IAsk";
    internal const string IActorRef = "global::Coerce.IActorRef";
    internal const string IRequest = "global::Coerce.IRequest";
    internal const string IStream = "global::Coerce.IStream";
    internal const string RequestScope = "global::Coerce.RequestScope";
    internal const string ActorTimer = "global::Coerce.ActorTimer";
    internal const string Supervision = "global::Coerce.Supervision";
    internal const string MailboxPolicy = "global::Coerce.MailboxPolicy";
    internal const string ActorDescriptor = "global::Coerce.ActorDescriptor";
    internal const string BehaviorDescriptor = "global::Coerce.BehaviorDescriptor";
    internal const string ActorBehavior = "global::Coerce.Dispatch.ActorBehavior";
    internal const string ImmutableArray = "global::System.Collections.Immutable.ImmutableArray";
    internal const string HandlerDescriptor = "global::Coerce.HandlerDescriptor";
    internal const string ActorModule = "global::Coerce.ActorModule";
    internal const string ActorCatalog = "global::Coerce.ActorCatalog";
    internal const string ActorCell = "global::Coerce.Dispatch.ActorCell";
    internal const string ActorDispatcher = "global::Coerce.Dispatch.ActorDispatcher";
    internal const string ActorSystem = "global::Coerce.ActorSystem";
    internal const string IEntity = "global::Coerce.IEntity";
    internal const string EntityKey = "global::Coerce.EntityKey";
    internal const string EntityKeyType = "global::Coerce.EntityKeyType";
    internal const string EntityKind = "global::Coerce.Dispatch.EntityKind";
    internal const string ActorSettings = "global::Coerce.Dispatch.ActorSettings";
    internal const string IRefFactory = "global::Coerce.Dispatch.IRefFactory";
    internal const string RefSource = "global::Coerce.Dispatch.RefSource";
    internal const string ActorRecipe = "global::Coerce.Dispatch.ActorRecipe";
    internal const string AskScope = "global::Coerce.Dispatch.AskScope";
    internal const string AskTimeout = "global::Coerce.Dispatch.AskTimeout";
    internal const string TurnInterceptor = "global::Coerce.TurnInterceptor";
    internal const string SendInterceptor = "global::Coerce.SendInterceptor";
    internal const string TurnInfo = "global::Coerce.TurnInfo";
    internal const string NoReply = "global::Coerce.NoReply";
    internal const string Deferred = "global::Coerce.Deferred";
    internal const string TurnChain = "global::Coerce.Dispatch.TurnChain";
    internal const string SendChain = "global::Coerce.Dispatch.SendChain";
    internal const string Envelope = "global::Coerce.Dispatch.Envelope";
    internal const string ProtocolCases = "global::Coerce.Dispatch.ProtocolCases";
    internal const string ProtocolReply = "global::Coerce.Dispatch.ProtocolReply";
    internal const string Transfers = "global::Coerce.Transfers";
    internal const string RefOf = "global::Coerce.Dispatch.RefOf";
    internal const string Unhandled = "global::Coerce.Dispatch.Unhandled";

    internal const string Action = "global::System.Action";
    internal const string Func = "global::System.Func";
    internal const string Task = "global::System.Threading.Tasks.Task";
    internal const string IAsyncEnumerable = "global::System.Collections.Generic.IAsyncEnumerable";
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
