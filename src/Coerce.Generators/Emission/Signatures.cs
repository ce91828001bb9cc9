using Coerce.CodeAnalysis;
using Coerce.Generators.Model;

namespace Coerce.Generators.Emission;

/// <summary>Pieces of signatures and calls that several parts of the file have in common.</summary>
internal static class Signatures
{
    /// <summary><c>AccountRef to, uint amount = 1</c></summary>
    internal static IEnumerable<string> Declarations(IEnumerable<ParameterModel> parameters)
    {
        ParameterModel[] all = [.. parameters];

        // What follows optional parameters without a default itself is a "params" array, which is a plain one here.
        int firstOptional = Array.FindLastIndex(all, parameter => parameter.Default is null) + 1;
        for (int i = 0; i < all.Length; i++)
        {
            string declaration = $"{Transfer(all[i])}{all[i].Type.Text} {all[i].Name}";
            yield return i < firstOptional ? declaration : $"{declaration} = {all[i].Default}";
        }
    }

    /// <summary>What makes the build check whoever sends it; nothing for what is not handed over.</summary>
    internal static string Transfer(ParameterModel parameter) => parameter.IsTransferred ? $"[{Names.Transfers}] " : "";

    /// <summary><c>Deposit message</c></summary>
    internal static string Message(HandlerModel handler)
        => $"{(handler.IsMethodStyle ? "" : string.Concat(handler.Payload.Select(Transfer)))}{handler.Message.Text} message";

    /// <summary>What an ask of the handler returns.</summary>
    internal static string ReplyTask(HandlerModel handler)
        => handler.Reply is null ? Names.ValueTask
            : handler.IsStream ? $"{Names.IAsyncEnumerable}<{handler.Reply.Text}>"
            : $"{Names.ValueTask}<{handler.Reply.Text}>";

    /// <summary>A type parameter of a method, with another name than those around it have.</summary>
    internal static string TypeParameter(string name, ActorIdentity identity)
    {
        string[] taken = [.. identity.Containers.Append(identity.TypeParameters).SelectMany(text => text.Split('<', '>', ',', ' '))];
        return Identifiers.Unique(name, taken);
    }

    /// <summary>The arguments of a call by the dispatcher or the recipe.</summary>
    /// <param name="parameters">The parameters of the method or constructor.</param>
    /// <param name="actor">The names of the actor.</param>
    /// <param name="payload">What is passed to a parameter that is part of the message or the recipe.</param>
    /// <param name="token">What is passed to a cancellation token.</param>
    /// <param name="scope">What is passed to a request scope.</param>
    internal static string Arguments(
        IEnumerable<ParameterModel> parameters,
        ActorIdentity actor,
        Func<ParameterModel, string> payload,
        string token = "cell.TurnToken",
        string scope = "envelope.Scope")
        => string.Join(", ", parameters.Select(parameter => parameter.Role switch
        {
            ParameterRole.Context => $"cell.Context<{actor.Ref}>()",
            ParameterRole.CancellationToken => token,
            ParameterRole.Scope => scope,
            ParameterRole.Failure => "failure",
            ParameterRole.Service => $"cell.Service<{parameter.Type.Unannotated}>()",
            _ => payload(parameter),
        }));

    /// <summary>The call of a handler, whose message is in the variable <c>message</c>.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="actor">The names of the actor.</param>
    /// <param name="target">The object that has it: the actor, or a behaviour.</param>
    /// <param name="scope">What is passed to a request scope.</param>
    /// <param name="streamToken">What is passed to the cancellation token of a stream.</param>
    internal static string Call(
        HandlerModel handler,
        ActorIdentity actor,
        string target = "cell.Actor",
        string scope = "envelope.Scope",
        string streamToken = "cell.StreamToken(envelope)")
    {
        string arguments = Arguments(
            handler.Parameters,
            actor,
            parameter => handler.IsMethodStyle ? "message." + Identifiers.Escape(parameter.Property) : "message",
            handler.IsStream ? streamToken : "cell.TurnToken",
            scope);

        return $"{target}.{handler.Method}({arguments})";
    }
}
