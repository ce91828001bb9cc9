using System.Globalization;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers;

/// <summary>Every diagnostic that the analyzers report: here those of an actor's shape, the other families beside.</summary>
internal static partial class DiagnosticDescriptors
{
    private const string Shape = "Coerce.Shape";

    internal static readonly DiagnosticDescriptor NotPartial = Error(
        "COERCE0001",
        "Make the actor class partial",
        "'{0}' is an actor, and the generator adds to it in a second part: declare {1} as partial");

    internal static readonly DiagnosticDescriptor UnsupportedClass = Error(
        "COERCE0002",
        "Use a plain class as an actor",
        "'{0}' cannot be an actor: {1}");

    internal static readonly DiagnosticDescriptor HandlerSignature = Error(
        "COERCE0003",
        "Write the handler as an actor can call it",
        "'{0}' cannot be a handler: {1}");

    internal static readonly DiagnosticDescriptor DuplicateHandler = Error(
        "COERCE0004",
        "Keep one handler for each message",
        "'{0}' handles the message {1}, which '{2}' already handles: keep one of the two, or give them different messages");

    internal static readonly DiagnosticDescriptor HandlerOutsideActor = Error(
        "COERCE0005",
        "Put the handler into an actor",
        "'{0}' is never called, because '{1}' is not an actor: {2}");

    internal static readonly DiagnosticDescriptor NoHandler = Error(
        "COERCE0006",
        "Give the actor a handler",
        "'{0}' is an actor that handles nothing: mark the methods that others may call with [Handles]");

    internal static readonly DiagnosticDescriptor Constructor = Error(
        "COERCE0007",
        "Leave the actor one constructor that Props can call",
        "'{0}' cannot be constructed by '{0}.Props': {1}");

    internal static readonly DiagnosticDescriptor NameTaken = Error(
        "COERCE0008",
        "Free the name that the generated code needs",
        "The name '{0}' is needed for {1}: {2}");

    internal static readonly DiagnosticDescriptor LifecycleSignature = Error(
        "COERCE0009",
        "Write the lifecycle method as the runtime can call it",
        "'{0}' cannot be called when the actor starts, restarts or stops: {1}");

    internal static readonly DiagnosticDescriptor Settings = Error(
        "COERCE0010",
        "Give the actor settings that work",
        "'{0}' of the {1} {2}");

    internal static readonly DiagnosticDescriptor EntityKey = Error(
        "COERCE0020",
        "Give the entity one key",
        "'{0}' cannot be an entity: {1}");

    internal static readonly DiagnosticDescriptor EntityParameter = Error(
        "COERCE0021",
        "Let the entity be made from its key alone",
        "'{0}' is an entity, and nobody is there to give it '{1}' when a message activates it: mark it with [FromServices], let the entity find it by its key, or let a message bring it");

    internal static readonly DiagnosticDescriptor EntitySettings = Error(
        "COERCE0022",
        "Give the entity settings that work",
        "'{0}' of the entity '{1}' {2}");

    internal static readonly DiagnosticDescriptor Subscriber = Error(
        "COERCE0030",
        "Subscribe a handler that takes the event",
        "'{0}' cannot be subscribed to a topic: {1}");

    internal static readonly DiagnosticDescriptor LostReply = Create(
        "COERCE0031",
        "Subscribe a handler without a reply",
        "'{0}' replies with '{1}', which nobody gets when the message comes from a topic: return nothing, or write a second handler",
        DiagnosticSeverity.Warning);

    internal static readonly DiagnosticDescriptor TopicName = Error(
        "COERCE0032",
        "Name a topic that there can be",
        "'{0}' is no name of a topic: {1}");

    internal static readonly DiagnosticDescriptor TopicEvent = Create(
        "COERCE0033",
        "Give each topic one type of event",
        "The topic '{0}' carries '{1}' {2}, and '{3}' takes '{4}' from it: a name stands for one type, so give one of the two another name",
        DiagnosticSeverity.Error,
        tags: WellKnownDiagnosticTags.CompilationEnd);

    internal static readonly DiagnosticDescriptor Interceptor = Error(
        "COERCE0040",
        "Name an interceptor that can be made",
        "'{0}' cannot be made for the actors that it stands around: {1}");

    internal static readonly DiagnosticDescriptor InterceptOutsideActor = Error(
        "COERCE0041",
        "Put the interceptor on an actor",
        "'{0}' stands around nothing, because '{1}' is not an actor: mark the class with [Actor], or remove the attribute");

    private static DiagnosticDescriptor Error(string id, string title, string message, string category = Shape)
        => Create(id, title, message, DiagnosticSeverity.Error, category);

    private static DiagnosticDescriptor Warning(string id, string title, string message, string category)
        => Create(id, title, message, DiagnosticSeverity.Warning, category);

    private static DiagnosticDescriptor Create(
        string id, string title, string message, DiagnosticSeverity severity, string category = Shape, params string[] tags) => new(
        id,
        title,
        message,
        category,
        severity,
        isEnabledByDefault: true,
        helpLinkUri: string.Format(CultureInfo.InvariantCulture, WellKnownNames.DiagnosticPage, id),
        customTags: tags);
}
