using System.Globalization;
using Coerce.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers;

/// <summary>Every diagnostic that the analyzers report.</summary>
internal static class DiagnosticDescriptors
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

    internal static readonly DiagnosticDescriptor Interceptor = Error(
        "COERCE0040",
        "Name an interceptor that can be made",
        "'{0}' cannot be made for the actors that it stands around: {1}");

    internal static readonly DiagnosticDescriptor InterceptOutsideActor = Error(
        "COERCE0041",
        "Put the interceptor on an actor",
        "'{0}' stands around nothing, because '{1}' is not an actor: mark the class with [Actor], or remove the attribute");

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(
        id,
        title,
        message,
        Shape,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: string.Format(CultureInfo.InvariantCulture, WellKnownNames.DiagnosticPage, id));
}
