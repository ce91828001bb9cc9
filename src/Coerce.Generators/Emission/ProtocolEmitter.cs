using Coerce.Generators.Model;

namespace Coerce.Generators.Emission;

/// <summary>The ref as one of the actors that speak a protocol.</summary>
/// <remarks>Its members are there for the interface alone, so that on the ref itself each message still has one overload.</remarks>
internal static class ProtocolEmitter
{
    private const string Unknown = $"throw {Names.ProtocolCases}.Unknown(this, message)";

    private static readonly (string Parameters, string Arguments)[] Asks =
    [
        ($", {Names.CancellationToken} cancellationToken", ", cancellationToken"),
        ($", {Names.TimeSpan} timeout, {Names.CancellationToken} cancellationToken", ", timeout, cancellationToken"),
    ];

    internal static IEnumerable<string> Interfaces(ActorModel model)
        => model.Protocol is { } protocol ? [$"{Names.IActorRef}<{protocol.Type}>"] : [];

    /// <summary>Whether the members of the protocol are those of a handler's own interface.</summary>
    internal static bool HasMembersOf(ActorModel model, HandlerModel handler) => model.Protocol?.Type == handler.Message.Unannotated;

    internal static void Write(CodeWriter writer, ActorModel model)
    {
        if (model.Protocol is not { } protocol) return;

        // Null for a ref that only stands in for what the build reports.
        CaseModel[]? cases = model.Stub is null && protocol.CanDispatch(model) ? [.. protocol.Cases] : null;
        string type = protocol.Type;
        string receive = $"{Names.IReceive}<{type}>";
        string message = $"{type} message";

        WriteTell(writer, $"void {receive}.Tell({message})", cases);
        Write(writer, $"bool {receive}.TryTell({message})", cases, call => $"TryTell({call.Argument})");
        Write(
            writer,
            $"{Names.ValueTask} {receive}.TellAsync({message}{Asks[0].Parameters})",
            cases,
            call => $"TellAsync({call.Argument}{Asks[0].Arguments})");

        foreach ((string parameters, string arguments) in Asks)
        {
            Write(
                writer,
                $"{Names.ValueTask} {Names.IAsk}<{type}>.AskAsync({message}{parameters})",
                cases,
                call => call.HasReply
                    ? $"{Names.ProtocolCases}.Handled(AskAsync({call.Argument}{arguments}))"
                    : $"AskAsync({call.Argument}{arguments})");
        }

        // A request is known by its reply only: what it is as a class is another question.
        string reply = Signatures.TypeParameter("TReply", model.Identity);
        CaseModel[]? requests = cases is null ? null : [.. cases.Where(request => request.HasReply)];
        foreach ((string parameters, string arguments) in Asks)
        {
            Write(
                writer,
                $"{Names.ValueTask}<{reply}> {Names.IActorRef}<{type}>.AskAsync<{reply}>({Names.IRequest}<{type}, {reply}> message{parameters})",
                requests,
                call => $"{Names.ProtocolReply}<{reply}>.Of(AskAsync({call.Argument}{arguments}))",
                subject: "(object)message");
        }
    }

    private static void WriteTell(CodeWriter writer, string head, CaseModel[]? cases)
    {
        if (cases is null)
        {
            Write(writer, head, cases, _ => "");
            return;
        }

        writer.Blank();
        writer.Open(head);
        writer.Open("switch (message)");
        foreach (CaseModel call in cases)
        {
            writer.Write($"case {call.Type} m: Tell({call.Argument}); break;");
        }

        writer.Write($"default: {Unknown};");
        writer.Close();
        writer.Close();
    }

    private static void Write(
        CodeWriter writer, string head, CaseModel[]? cases, Func<CaseModel, string> call, string subject = "message")
    {
        writer.Blank();
        if (cases is null || cases.Length == 0)
        {
            writer.Write($"{head}\n    => {(cases is null ? $"throw {Names.Unhandled}.Message(this, message)" : Unknown)};");
            return;
        }

        writer.Write($"{head} => {subject} switch");
        writer.Write("{");
        writer.Indent();
        foreach (CaseModel message in cases)
        {
            writer.Write($"{message.Type} m => {call(message)},");
        }

        writer.Write($"_ => {Unknown},");
        writer.Outdent();
        writer.Write("};");
    }
}
