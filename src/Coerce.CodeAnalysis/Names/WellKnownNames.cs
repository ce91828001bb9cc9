namespace Coerce.CodeAnalysis;

/// <summary>The names that user code, generated code and the compiler's messages agree on.</summary>
internal static class WellKnownNames
{
    public const string Namespace = "Coerce";
    public const string DispatchNamespace = "Dispatch";

    public const string ActorAttribute = nameof(ActorAttribute);
    public const string HandlesAttribute = nameof(HandlesAttribute);
    public const string OnStartAttribute = nameof(OnStartAttribute);
    public const string OnStopAttribute = nameof(OnStopAttribute);
    public const string OnRestartAttribute = nameof(OnRestartAttribute);
    public const string EntityAttribute = nameof(EntityAttribute);
    public const string EntityKeyAttribute = nameof(EntityKeyAttribute);
    public const string BehaviorAttribute = nameof(BehaviorAttribute);
    public const string StashesAttribute = nameof(StashesAttribute);
    public const string FromServicesAttribute = nameof(FromServicesAttribute);
    public const string InterceptAttribute = nameof(InterceptAttribute);
    public const string TurnInterceptor = nameof(TurnInterceptor);
    public const string SendInterceptor = nameof(SendInterceptor);
    public const string RefOfAttribute = nameof(RefOfAttribute);
    public const string SendableAttribute = nameof(SendableAttribute);
    public const string TransfersAttribute = nameof(TransfersAttribute);
    public const string SubscribesAttribute = nameof(SubscribesAttribute);

    public const string AskEdgeAttribute = nameof(AskEdgeAttribute);
    public const string ContractAttribute = nameof(ContractAttribute);
    public const string ContractNameAttribute = nameof(ContractNameAttribute);
    public const string ContractSchemaAttribute = nameof(ContractSchemaAttribute);
    public const string ContractClashAttribute = nameof(ContractClashAttribute);
    public const string SensitiveAttribute = nameof(SensitiveAttribute);

    public const string ActorAttributeMetadataName = "Coerce.ActorAttribute";
    public const string HandlesAttributeMetadataName = "Coerce.HandlesAttribute";
    public const string SubscribesAttributeMetadataName = "Coerce.SubscribesAttribute";
    public const string SendableAttributeMetadataName = "Coerce.SendableAttribute";
    public const string ContractAttributeMetadataName = "Coerce.ContractAttribute";
    public const string InterceptAttributeMetadataName = "Coerce.InterceptAttribute`1";
    public const string ActorRefMetadataName = "Coerce.ActorRef";

    public const string ActorRef = nameof(ActorRef);
    public const string ActorContext = nameof(ActorContext);
    public const string RequestScope = nameof(RequestScope);
    public const string Deferred = nameof(Deferred);
    public const string IAsk = nameof(IAsk);
    public const string IActorRef = nameof(IActorRef);

    /// <summary>A method of this name, or of <see cref="OnAsync"/>, takes its message as a parameter: message style.</summary>
    public const string On = nameof(On);
    public const string OnAsync = nameof(OnAsync);

    /// <summary>The argument of <c>[Handles]</c>.</summary>
    public const string Reentrant = nameof(Reentrant);

    /// <summary>The argument of <c>[Actor]</c> that names a protocol.</summary>
    public const string Protocol = nameof(Protocol);

    /// <summary>The argument of <c>[Actor]</c> that keeps it in its process.</summary>
    public const string Local = nameof(Local);

    /// <summary>What a case of a protocol implements that has a reply.</summary>
    public const string Request = "IRequest";

    /// <summary>The argument of <c>[Behavior]</c>.</summary>
    public const string Initial = nameof(Initial);

    /// <summary>What an actor with behaviours has beside the names that all actors have.</summary>
    public const string Become = nameof(Become);

    public const string RefSuffix = "Ref";
    public const string AsyncSuffix = "Async";

    public const string Props = nameof(Props);
    public const string Messages = nameof(Messages);
    public const string Recipe = nameof(Recipe);
    public const string Dispatcher = nameof(Dispatcher);

    public const string Tell = nameof(Tell);
    public const string TryTell = nameof(TryTell);
    public const string TellAsync = nameof(TellAsync);
    public const string AskAsync = nameof(AskAsync);
    public const string Schedule = nameof(Schedule);
    public const string StreamAsync = nameof(StreamAsync);
    public const string RunAsync = nameof(RunAsync);

    /// <summary>The text of the ref for messages that nobody handles.</summary>
    public const string Unhandled = nameof(Unhandled);

    /// <summary>The same for messages that nobody takes with a scope.</summary>
    public const string UnhandledWithScope = nameof(UnhandledWithScope);

    /// <summary>The tool of <c>[GeneratedCode]</c>.</summary>
    public const string Generator = "Coerce.Generators";

    /// <summary>Where the page of a diagnostic is; {0} is its id.</summary>
    public const string DiagnosticPage = "https://github.com/coerce-dotnet/coerce/blob/main/docs/diagnostics/{0}.md";

    /// <summary>The id under which the compiler reports a message that the actor does not handle.</summary>
    public const string UnhandledMessageId = "COERCE0101";

    /// <summary>The id under which the compiler reports an actor that watches and does not handle <c>Terminated</c>.</summary>
    public const string WatchId = "COERCE0104";

    /// <summary>With this the names of the system's own topics begin.</summary>
    public const char SystemTopicMark = '$';

    /// <summary>What a topic of the system itself carries; null when there is no such topic.</summary>
    public static string? EventOfSystemTopic(string name) => name switch
    {
        "$actor.started" => "ActorStarted",
        "$actor.stopped" => "ActorStopped",
        "$actor.failed" => "ActorFailed",
        "$dead-letters" => "DeadLetter",
        _ => null,
    };

    public static bool IsReserved(string memberName)
        => memberName is Props or Messages or Recipe or Dispatcher;

    /// <summary>What every ref has beside the members of its base class.</summary>
    public static bool IsVerb(string memberName)
        => memberName is Tell or TryTell or TellAsync or AskAsync or Schedule or StreamAsync or RunAsync;

    /// <summary><c>GetAsync</c> and <c>Get</c> are one handler to the caller of a ref.</summary>
    public static string WithoutAsync(string methodName)
        => methodName.Length > AsyncSuffix.Length && methodName.EndsWith(AsyncSuffix, System.StringComparison.Ordinal)
            ? methodName.Substring(0, methodName.Length - AsyncSuffix.Length)
            : methodName;
}
